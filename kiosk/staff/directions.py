"""Two directions of writing on one line."""


def isolated(text: str) -> str:
    """A text in its own direction, whatever stands around it: its full stop stays at its end."""
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"
