"""The pages that only staff read, from their templates."""

from queue_server.display.pages import SHOWN_SECONDS, render
from queue_server.display.staff.trying import Trial
from queue_server.domain.catalogue import Catalogue
from queue_server.domain.legibility import NUMBER_PER_METRE, PAST, TEXT_PER_METRE, Hung, capital, sizes


def pairing_page() -> str:
    """For a television the office does not know: a code to be let in by."""
    return render("pairing.html")


def preview_code_page(language: str, *, wrong: bool = False) -> str:
    """For whoever wants to try layouts: it asks for the code from the desk."""
    return render("preview_code.html", language=language, wrong=wrong)


def preview_page(catalogue: Catalogue, tried: Trial, source: str, language: str) -> str:
    """A layout being tried, with its figures; `source` is the address of the screen's page."""
    past = PAST[tried.shown.layout]
    return render(
        "preview.html",
        language=language,
        tried=tried,
        source=source,
        lines=[(line.id, line.name[language]) for line in catalogue.lines.values()],
        counters=[(counter.n, counter.name[language]) for counter in catalogue.counters.values()],
        heights={} if tried.problems else _heights(tried.hung),
        seconds=round(SHOWN_SECONDS * (1 + past)) if past else 0,
    )


def _heights(hung: Hung) -> dict[str, int]:
    """Millimetres of the capitals, as they are and as they must be."""
    drawn, metres = sizes(hung), hung.seat_metres
    return {
        "height": int(capital(drawn.number, hung.inches)),
        "least": int(NUMBER_PER_METRE * metres),
        "other": int(capital(drawn.text, hung.inches)),
        "other_least": int(TEXT_PER_METRE * metres),
    }
