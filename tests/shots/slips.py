"""Every kind of slip in every language: the words of the shipped office, as a printer has them from our bytes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from queue_server.domain.tickets import Ticket
from queue_server.slips.bring import bring
from queue_server.slips.escpos import to_bytes
from queue_server.slips.layout import Block
from queue_server.slips.paper import paper
from queue_server.slips.sample import sample
from queue_server.slips.saying import bring_words, ticket_words
from queue_server.slips.sent import SentWords, sent
from queue_server.slips.ticket import TicketWords, ticket
from tests.kiosk.shipped import NOW, PAPERS, TODAY, asked, office

_PAGE = "https://dawr.example/t/q8Jx2mT0cVb5nK1yR7uWzAq8Jx2mT0cV"


@cache
def slips(language: str) -> dict[str, list[Block]]:
    """The slips a visitor or the staff may hold in a language, those with the longest words of their kind."""
    return {kind: made(language) for kind, made in _KINDS.items()}


def take(folder: Path, spoken: Sequence[str]) -> Iterator[Path]:
    """Print each, and keep the paper as a picture in a folder for each language."""
    for language in spoken:
        for kind, blocks in slips(language).items():
            file = folder / language / f"{kind}.png"
            file.parent.mkdir(parents=True, exist_ok=True)
            paper(to_bytes(blocks)).save(file)
            yield file


def index(files: Sequence[Path], folder: Path) -> str:
    """A page with all pictures, those of one language in a row."""
    rows: dict[str, list[Path]] = {}
    for file in files:
        rows.setdefault(file.parent.name, []).append(file.relative_to(folder))
    style = "div{display:flex;gap:8px;overflow-x:auto;align-items:start} img{width:360px;border:1px solid #7A8890}"
    body = "".join(
        f"<h2>{language}</h2><div>{''.join(f'<img loading=lazy src={file} alt={file.stem}>' for file in row)}</div>"
        for language, row in rows.items()
    )
    return f"<!doctype html><meta charset=utf-8><title>The slips</title><style>{style}</style>{body}\n"


def _ticket(language: str, ahead: int | None = 12, **more: object) -> TicketWords:
    service = max((each for each in office().services.values() if each.line), key=lambda each: len(each.name[language]))
    issued = Ticket(
        id="t",
        day=TODAY,
        series="C",
        n=42,
        service=service.id,
        language=language,
        priority="none",
        check="c",
        issued_at=NOW,
        track="track",
        **more,  # type: ignore[arg-type]
    )
    return ticket_words(office(), issued, office().lines[service.line or ""], ahead, _PAGE)


def _here() -> datetime:
    return NOW.astimezone(ZoneInfo(office().timezone))


def _copy(language: str) -> list[Block]:
    words = _ticket(language)
    return ticket(replace(words, copy=1, copied_at=_here()))


_KINDS: dict[str, Callable[[str], list[Block]]] = {
    "ticket": lambda language: ticket(_ticket(language)),
    "ticket-alone": lambda language: ticket(_ticket(language, None)),
    "ticket-booked": lambda language: ticket(_ticket(language, slot=NOW + timedelta(hours=2))),
    "copy": _copy,
    "bring": lambda language: bring(bring_words(office(), asked(language, *PAPERS), TODAY)),
    "bring-doubts": lambda language: bring(bring_words(office(), asked(language, "unsure"), TODAY)),
    "referral": lambda language: sent(SentWords(office().name, 127, _here(), language)),
    "trial": lambda language: sample(office().name, _here(), language),
}
