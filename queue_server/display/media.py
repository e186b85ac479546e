"""The pictures and films an office shows beside the calls: what of its folder may be shown, and nothing else."""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from queue_server import wire

_MIB = 1024 * 1024


class _Kind(NamedTuple):
    """A type of file: what it is, how it begins from which byte on, and how large it may be."""

    media_type: str
    what: wire.MediaKind
    begins: bytes
    at: int
    most_bytes: int


# No SVG, which may hold a script, and no GIF, which may flash faster than is safe and cannot be stopped.
_KINDS = {
    ".jpg": _Kind("image/jpeg", "image", b"\xff\xd8\xff", 0, 20 * _MIB),
    ".jpeg": _Kind("image/jpeg", "image", b"\xff\xd8\xff", 0, 20 * _MIB),
    ".png": _Kind("image/png", "image", b"\x89PNG\r\n\x1a\n", 0, 20 * _MIB),
    ".webp": _Kind("image/webp", "image", b"WEBP", 8, 20 * _MIB),
    ".mp4": _Kind("video/mp4", "video", b"ftyp", 4, 500 * _MIB),
    ".webm": _Kind("video/webm", "video", b"\x1a\x45\xdf\xa3", 0, 500 * _MIB),
}
_MOST_FILES = 100


@dataclass(frozen=True, slots=True)
class Shown:
    """A file that may be shown."""

    file: Path
    media_type: str
    what: wire.MediaKind
    size: int


def listed(folder: Path | None) -> list[wire.MediaFile]:
    """What may be shown of the folder, by name; nothing where there is no folder."""
    names = sorted(file.name for file in folder.iterdir()) if folder is not None and folder.is_dir() else []
    fit = [(name, shown) for name in names if (shown := found(folder, name)) is not None]
    return [wire.MediaFile(name, shown.what) for name, shown in fit[:_MOST_FILES]]


def found(folder: Path | None, name: str) -> Shown | None:
    """The folder's own file of that name, if it is of a known type and begins as such; None for anything else."""
    kind = _KINDS.get(Path(name).suffix.lower())
    if folder is None or kind is None or Path(name).name != name or name.startswith("."):
        return None
    try:
        file = (folder / name).resolve()
        if file.parent != folder.resolve() or not file.is_file():  # Links may lead out of the folder.
            return None
        with file.open("rb") as content:
            begins = content.read(kind.at + len(kind.begins))[kind.at :]
        size = file.stat().st_size
    except (OSError, ValueError):
        return None
    fits = begins == kind.begins and size <= kind.most_bytes
    return Shown(file, kind.media_type, kind.what, size) if fits else None
