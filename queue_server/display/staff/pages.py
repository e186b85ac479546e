"""The pages that only staff read, from their templates."""

from queue_server.display.pages import render


def pairing_page() -> str:
    """For a television the office does not know: a code to be let in by."""
    return render("pairing.html")
