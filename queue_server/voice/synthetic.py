"""espeak-ng as the voice that needs no recordings: a program of its own for each text, with a time limit."""

import asyncio
import contextlib
import io
import wave

PROGRAM = "espeak-ng"
PATIENCE = 5.0
"""Seconds until a voice that does not answer is given up."""
_WORDS_A_MINUTE = "160"
_RATE = 22_050
_HEADER = 44


async def spoken_aloud(text: str, voice: str, patience: float = PATIENCE) -> bytes | None:
    """A text as a WAV file; None when the program is missing, refuses or takes too long."""
    try:
        process = await asyncio.create_subprocess_exec(
            PROGRAM, "-v", voice, "-s", _WORDS_A_MINUTE, "--stdin", "--stdout",
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
    except OSError:
        return None
    try:
        sound, _nothing = await asyncio.wait_for(process.communicate(text.encode()), patience)
    except (TimeoutError, BrokenPipeError, ConnectionResetError):
        return None
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()
    return _wav(sound[_HEADER:]) if process.returncode == 0 and len(sound) > _HEADER else None


def _wav(samples: bytes) -> bytes:
    """With a header that tells the length: the program, writing to a pipe, does not know it yet."""
    file = io.BytesIO()
    with wave.open(file, "wb") as clip:
        clip.setparams((1, 2, _RATE, 0, "NONE", ""))
        clip.writeframes(samples[: len(samples) & ~1])
    return file.getvalue()
