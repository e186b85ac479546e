"""The test page: whether a printer is wide enough, dark enough, and has and joins the letters of every language."""

from collections.abc import Mapping
from datetime import datetime

from babel import Locale
from babel.dates import format_datetime

from assets.typefaces import writable
from assets.words import languages, say
from queue_server.slips.bilingual import in_both, printable
from queue_server.slips.layout import Banner, Big, Block, Code, Rule, Size, Space, Words


def sample(office: Mapping[str, str], printed_at: datetime, language: str) -> list[Block]:
    """The test page's blocks. `printed_at` is in the office's zone."""
    language = printable(language)
    return [
        Banner(say("Test page", language), language),
        Space(),
        *in_both(office, language, Size.LARGE, bold=True),
        Rule(),
        Words("أ ب ت ث ج ح خ · الدور 123", "ar"),
        Words("ABC 0123456789 · iIlL1 oO0", "en"),
        *_every_script(),
        Space(),
        Big("A000"),
        Space(),
        Words(say("The black band must reach both edges, and a phone must read this code.", language), language),
        Code("https://example.com/0123456789"),
        Words(format_datetime(printed_at, "EEEE d MMMM y · HH:mm", locale=language), language, Size.SMALL),
        Space(24),
    ]


def _every_script() -> list[Block]:
    """A line in each language visitors are spoken to in, as far as this machine has its letters."""
    return [
        Words(f"{Locale.parse(spoken).get_display_name(spoken)} · {say('Your number', spoken)} 042", spoken)
        for spoken in languages()
        if writable(spoken)
    ]
