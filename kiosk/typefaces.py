"""The typefaces of the pages, loaded from where the packages put them."""

from PySide6.QtGui import QFont, QFontDatabase

from assets.typefaces import NOTO_WEIGHTS, PLEX, PLEX_WEIGHTS, SCRIPTS, family, noto, plex


def load_typefaces() -> None:
    """Load Plex, and Noto for whatever Plex has no letters for; where Noto is missing the system's own must do."""
    for weight in PLEX_WEIGHTS:
        QFontDatabase.addApplicationFont(str(plex(weight)))
    scripts = dict.fromkeys(SCRIPTS.values())
    for file in (noto(script, weight) for script in scripts for weight in NOTO_WEIGHTS):
        if file is not None:
            QFontDatabase.addApplicationFont(str(file))
    # Each letter Plex lacks is looked for in these, in order: the first page writes every script at once.
    QFont.removeSubstitutions(PLEX)
    QFont.insertSubstitutions(PLEX, [family(script) for script in scripts])
