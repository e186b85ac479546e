"""Pictures, and the page they are laid out on."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture, where it lies, and what is wrong with the page on it."""

    panel: str
    language: str
    mode: str
    page: str
    faults: tuple[str, ...]

    @property
    def file(self) -> Path:
        """Its place in the folder."""
        return Path(self.panel, self.language, self.mode, f"{self.page}.png")


def index(shots: Sequence[Shot]) -> str:
    """A page with all pictures, those of one panel, language and mode in a row; what is wrong is said under each."""
    rows: dict[tuple[str, str, str], list[Shot]] = {}
    for shot in shots:
        rows.setdefault((shot.panel, shot.language, shot.mode), []).append(shot)
    style = "div{display:flex;gap:8px;overflow-x:auto} img{height:480px} .wrong{color:#8C1D22}"
    body = "".join(
        f"<h2>{' · '.join(map(escape, row))}</h2><div>{''.join(map(_figure, taken))}</div>"
        for row, taken in rows.items()
    )
    return f"<!doctype html><meta charset=utf-8><title>Pictures</title><style>{style}</style>{body}\n"


def _figure(shot: Shot) -> str:
    wrong = f'<br><span class="wrong">{escape("; ".join(shot.faults))}</span>' if shot.faults else ""
    return (
        f'<figure><a href="{shot.file}"><img loading="lazy" src="{shot.file}" alt="{escape(shot.page)}"></a>'
        f"<figcaption>{escape(shot.page)}{wrong}</figcaption></figure>"
    )
