"""Which language a line on the screen is in, when it is not the page's."""

from unicodedata import name

_ARABIC, _LATIN = ("ar", "ur"), ("en", "fil")


def tongue(line: str, language: str, named: str = "") -> str:
    """The language to say a line in: on the first page each name is said in its own, as `answer-hi` is in Hindi."""
    if named.startswith("answer-"):
        return named.removeprefix("answer-")
    scripts = {name(sign, "").split(" ")[0] for sign in line if sign.isalpha() and not sign.isupper()}
    if scripts == {"ARABIC"}:
        return language if language in _ARABIC else "ar"
    if scripts == {"LATIN"}:
        return language if language in _LATIN else "en"
    return language
