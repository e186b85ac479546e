"""Codes that a visitor's phone reads off the screen."""

import segno


def drawn(text: str) -> str:
    """The picture of a QR code, as an address that holds it whole: a dot of the picture is a square of the code."""
    return segno.make_qr(text, error="m").png_data_uri(scale=1, border=4)
