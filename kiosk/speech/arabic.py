"""Numbers and Latin letters in Arabic words, with the vowel signs a voice needs to say them right."""

_ONES = (
    "صِفْر",
    "وَاحِد",
    "اِثْنَان",
    "ثَلَاثَة",
    "أَرْبَعَة",
    "خَمْسَة",
    "سِتَّة",
    "سَبْعَة",
    "ثَمَانِيَة",
    "تِسْعَة",
    "عَشَرَة",
    "أَحَدَ عَشَر",
    "اِثْنَا عَشَر",
    "ثَلَاثَةَ عَشَر",
    "أَرْبَعَةَ عَشَر",
    "خَمْسَةَ عَشَر",
    "سِتَّةَ عَشَر",
    "سَبْعَةَ عَشَر",
    "ثَمَانِيَةَ عَشَر",
    "تِسْعَةَ عَشَر",
)
_TENS = ("", "", "عِشْرُون", "ثَلَاثُون", "أَرْبَعُون", "خَمْسُون", "سِتُّون", "سَبْعُون", "ثَمَانُون", "تِسْعُون")
_HUNDREDS = (
    "",
    "مِئَة",
    "مِئَتَان",
    "ثَلَاثُمِئَة",
    "أَرْبَعُمِئَة",
    "خَمْسُمِئَة",
    "سِتُّمِئَة",
    "سَبْعُمِئَة",
    "ثَمَانِمِئَة",
    "تِسْعُمِئَة",
)
_AND = " وَ"

LETTERS = {
    "A": "إِيه",
    "B": "بِي",
    "C": "سِي",
    "D": "دِي",
    "E": "إِي",
    "F": "إِف",
    "G": "جِي",
    "H": "إِتْش",
    "I": "آي",
    "J": "جِيه",
    "K": "كِيه",
    "L": "إِل",
    "M": "إِم",
    "N": "إِن",
    "O": "أُو",
    "P": "بِي",
    "Q": "كِيُو",
    "R": "آر",
    "S": "إِس",
    "T": "تِي",
    "U": "يُو",
    "V": "فِي",
    "W": "دَبِلْيُو",
    "X": "إِكْس",
    "Y": "وَاي",
    "Z": "زِد",
    "-": "شَرْطَة",
}
"""Latin letters by the names people in the Gulf give them."""


def number_in_words(number: int) -> str:
    """A whole number in words; from a million on, digit by digit, as long numbers are read out."""
    if number >= 1_000_000:
        return "، ".join(_ONES[int(digit)] for digit in str(number))
    thousands, rest = divmod(number, 1000)
    parts = [_thousands(thousands)] if thousands else []
    if rest or not parts:
        parts.append(_below_a_thousand(rest))
    return _AND.join(parts)


def _thousands(count: int) -> str:
    match count:
        case 1:
            return "أَلْف"
        case 2:
            return "أَلْفَان"
        case _ if 3 <= count <= 10:
            return f"{_ONES[count]} آلَاف"
        case _:
            return f"{_below_a_thousand(count)} أَلْف"


def _below_a_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    parts = [_HUNDREDS[hundreds]] if hundreds else []
    if rest >= 20:
        tens, ones = divmod(rest, 10)
        # Ones come before tens: two and forty.
        parts += [_ONES[ones]] if ones else []
        parts.append(_TENS[tens])
    elif rest or not parts:
        parts.append(_ONES[rest])
    return _AND.join(parts)
