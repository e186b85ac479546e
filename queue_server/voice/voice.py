"""The voice of an office: recordings where it has them, else the synthetic voice, each clip made once."""

import asyncio
import logging
from collections import OrderedDict
from pathlib import Path

from assets.spoken import spoken
from queue_server.voice.recordings import CannotBeSaid, recordings
from queue_server.voice.saying import Called, called, for_the_voice
from queue_server.voice.synthetic import spoken_aloud

KEPT_BYTES = 8 * 1024 * 1024
"""Some fifty calls: a clip is asked for again only while its call is new."""
_AT_ONCE = 2
_LOG = logging.getLogger(__name__)

_Wanted = tuple[str, int, str]


class Voice:
    """Makes what the loudspeaker plays. Whoever asks for a clip that is being made waits for the same one."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._kept: OrderedDict[_Wanted, bytes] = OrderedDict()
        self._making: dict[_Wanted, asyncio.Task[bytes | None]] = {}
        self._at_once = asyncio.Semaphore(_AT_ONCE)

    async def test(self, language: str) -> bytes | None:
        """What is said when nobody is called, to hear whether the loudspeaker works."""
        how = await asyncio.to_thread(spoken, language)
        if how is None:
            return None
        async with self._at_once:
            return await asyncio.to_thread(self._tested, language) or await spoken_aloud(how.test, how.voice)

    async def clip(self, number: str, counter: int, language: str) -> bytes | None:
        """A call as a WAV file; None when it cannot be said in this language here and now."""
        wanted = number, counter, language
        if wanted in self._kept:
            self._kept.move_to_end(wanted)
            return self._kept[wanted]
        call = called(number, counter)
        if call is None:
            return None
        making = self._making.get(wanted)
        if making is None:
            making = self._making[wanted] = asyncio.ensure_future(self._make(wanted, call))
        return await asyncio.shield(making)  # Whoever hangs up takes it from nobody else.

    async def _make(self, wanted: _Wanted, call: Called) -> bytes | None:
        try:
            async with self._at_once:
                sound = await self._said(call, wanted[2])
        finally:
            del self._making[wanted]
        if sound is not None:
            self._keep(wanted, sound)
        return sound

    async def _said(self, call: Called, language: str) -> bytes | None:
        how = await asyncio.to_thread(spoken, language)
        if how is None:
            return None
        recorded = await asyncio.to_thread(self._recorded, call, language)
        return recorded or await spoken_aloud(for_the_voice(call, how), how.voice)

    def _recorded(self, call: Called, language: str) -> bytes | None:
        if self._folder is None:
            return None
        try:
            clips = recordings(self._folder, language)
            return None if clips is None else clips.said(call)
        except CannotBeSaid as why:
            _LOG.warning("said by the synthetic voice: %s", why)
            return None

    def _tested(self, language: str) -> bytes | None:
        file = self._folder / language / "test.wav" if self._folder else None
        return file.read_bytes() if file and file.is_file() else None

    def _keep(self, wanted: _Wanted, sound: bytes) -> None:
        self._kept[wanted] = sound
        while sum(map(len, self._kept.values())) > KEPT_BYTES:
            self._kept.popitem(last=False)
