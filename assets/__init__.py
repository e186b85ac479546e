"""Everything that is not code: words, pictures, sounds, catalogues."""

from pathlib import Path

_HERE = Path(__file__).parent


def path(*parts: str) -> Path:
    """Where an asset lies, as `path("catalogue", "lmra.toml")`."""
    return _HERE.joinpath(*parts)
