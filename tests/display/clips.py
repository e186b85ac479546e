"""Sounds short enough for a test."""

import io
import wave


def silence(seconds: float) -> bytes:
    """A WAV file in which nothing is to be heard."""
    file = io.BytesIO()
    with wave.open(file, "wb") as clip:
        clip.setparams((1, 2, 8000, 0, "NONE", ""))
        clip.writeframes(bytes(2 * int(seconds * 8000)))
    return file.getvalue()
