"""Finding a service by a few letters of its name, in whatever language, or of its code."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from queue_server import wire

_WRITTEN_ALIKE = str.maketrans({"ة": "ه", "ى": "ي", "ـ": None})
_WORD = re.compile(r"\w+")


def matching(services: Sequence[wire.ServiceEntry], typed: str) -> list[wire.ServiceEntry]:
    """The services of which every typed word begins a word, in the file's order; all of them when nothing is typed.

    Words are those of the name in each language and of the code, `renew-permit`, and the code's initials, `rp`. Marks
    over and under letters do not count, nor do the ways an alef is written.
    """
    wanted = list(_words(typed))
    return [service for service in services if _fits(service, wanted)]


def _fits(service: wire.ServiceEntry, wanted: list[str]) -> bool:
    code = service.id.split("-")
    known = {*code, "".join(part[0] for part in code if part)}
    for name in service.name.values():
        known.update(_words(name))
    return all(any(word.startswith(part) for word in known) for part in wanted)


def _words(text: str) -> Iterator[str]:
    letters = (letter for letter in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(letter))
    # Not all marks are combining to Unicode: vowel signs of Indian letters are kept.
    return iter(_WORD.findall("".join(letters).translate(_WRITTEN_ALIKE)))
