"""Check digits of machine readable lines, and the repairs they prove."""

from collections.abc import Callable, Iterator, Mapping

FILLER = "<"
_WEIGHTS = (7, 3, 1)
_DIGIT_FOR: Mapping[str, str] = {
    "O": "0", "Q": "0", "D": "0", "U": "0", "I": "1", "L": "1", "Z": "2", "A": "4", "S": "5", "G": "6", "T": "7",
    "B": "8",
}  # fmt: skip
"""The digit a letter is taken for where only a digit may stand."""

_TAKEN_FOR: Mapping[str, str] = {
    "0": "OQD", "O": "0", "Q": "0", "D": "0", "1": "I", "I": "1", "2": "Z", "Z": "2", "5": "S", "S": "5", "8": "B",
    "B": "8",
}  # fmt: skip
"""Signs taken for one another where both may stand. G for 6 is missing: no check digit tells them apart."""


def check_digit(signs: str) -> str:
    """The check digit of signs: weights 7, 3, 1 over 0-9, A=10 … Z=35 and the filler 0, modulo ten."""
    return str(sum(_value(sign) * _WEIGHTS[at % 3] for at, sign in enumerate(signs)) % 10)


def fits(signs: str, digit: str) -> bool:
    """Whether a check digit is that of its signs; a filler stands for one only where there is nothing to check."""
    return digit == check_digit(signs) or (digit == FILLER and not signs.strip(FILLER))


def as_digits(signs: str) -> str:
    """The signs with every letter that is taken for a digit exchanged for it."""
    return "".join(_DIGIT_FOR.get(sign, sign) for sign in signs)


def only_mend(signs: str, proven: Callable[[str], bool]) -> str | None:
    """The one exchange of a single sign that is proven; None when there is none, or more than one."""
    mends = [candidate for candidate in _exchanged(signs) if proven(candidate)]
    return mends[0] if len(mends) == 1 else None


def _exchanged(signs: str) -> Iterator[str]:
    for at, sign in enumerate(signs):
        for other in _TAKEN_FOR.get(sign, ""):
            yield signs[:at] + other + signs[at + 1 :]


def _value(sign: str) -> int:
    return 0 if sign == FILLER else int(sign, 36)
