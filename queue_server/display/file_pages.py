"""The page of `/file`: asks for a file, and says what is wrong with the last one."""

from collections.abc import Mapping
from urllib.parse import urlencode

from assets.words import native_name, say
from queue_server.display.pages import render
from queue_server.domain.catalogue import Catalogue
from queue_server.domain.files import MOST_BYTES, MOST_PAGES, FileFault

_REMEDIES: Mapping[FileFault, str] = {
    FileFault.NONE: "Choose a file first.",
    FileFault.TYPE: "Use a photo (JPEG, PNG) or a PDF.",
    FileFault.TOO_LARGE: "The file is too large. It may have {megabytes} MB.",
    FileFault.BROKEN: "The file is damaged. Save it again, or take a new photo.",
    FileFault.LOCKED: "The file asks for a password. Save it without one.",
    FileFault.PAGES: "The file has too many pages. It may have {pages}.",
    FileFault.SMALL: "The picture is too small. Take it from nearer.",
    FileFault.BLANK: "Nothing can be seen on it. Take a new photo of the printed side.",
    FileFault.DARK: "It is too dark. Take a new photo where there is light.",
    FileFault.BLURRED: "It is blurred. Hold still and take a new photo.",
}


def file_page(known: Catalogue, language: str, found: FileFault | None = None, *, fine: bool = False) -> str:
    """The form, under what was found out about the last file: what is wrong with it, or that it is `fine`."""
    remedy = say(_REMEDIES[found], language, megabytes=MOST_BYTES >> 20, pages=MOST_PAGES) if found else ""
    return render(
        "file.html",
        language=language,
        office=known.name[language],
        languages=[(other, native_name(other), f"/file?{urlencode({'lang': other})}") for other in known.languages],
        back="",
        start=f"/check?{urlencode({'lang': language})}",
        refresh_seconds=None,
        remedy=remedy,
        fine=fine,
    )
