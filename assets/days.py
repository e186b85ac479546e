"""Dates as people of a language write them, with Western digits as on every slip and screen."""

from datetime import date

from babel.dates import format_date, format_skeleton, get_month_names

_AS_SPOKEN_HERE = {"en": "en_GB"}
"""English in the Gulf puts the day first."""


def written(day: date, language: str) -> str:
    """A date, as "5 March 2027"."""
    return format_date(day, "long", locale=_locale(language))


def with_weekday(day: date, language: str) -> str:
    """A date with the day of its week, as "Friday, 5 March 2027"."""
    return format_date(day, "full", locale=_locale(language))


def month_and_year(day: date, language: str) -> str:
    """A month, as "March 2027"."""
    return format_skeleton("yMMMM", day, locale=_locale(language))


def month(number: int, language: str) -> str:
    """A month's name by itself."""
    return str(get_month_names("wide", context="stand-alone", locale=_locale(language))[number])


def _locale(language: str) -> str:
    return _AS_SPOKEN_HERE.get(language, language)
