"""Open lines to printers: a socket of our own, and python-escpos for what hangs on the station itself."""

import errno
import socket
import termios
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from queue_server.slips.escpos import python_escpos

_TIMEOUT = 3.0  # Seconds to connect, and for the printer to take one piece.
_PIECE = 512  # Bytes: half a second at 9600 baud.


class Line(ABC):
    """An open line to a printer. Every act but hanging up may raise OSError."""

    def write(self, data: bytes) -> None:
        """Send all of the bytes, however slowly the printer takes them, as long as it takes them."""
        for start in range(0, len(data), _PIECE):
            self.write_piece(data[start : start + _PIECE])

    @abstractmethod
    def write_piece(self, piece: bytes) -> None:
        """Send a few bytes; TimeoutError when the printer does not take them."""

    @abstractmethod
    def read(self, seconds: float) -> bytes:
        """What has come within the time; empty when nothing has."""

    @abstractmethod
    def close(self) -> None:
        """Hang up."""


class SocketLine(Line):
    """A line over the network. `timeout` is how long connecting, and a piece, may take, in seconds."""

    def __init__(self, host: str, port: int, timeout: float = _TIMEOUT) -> None:
        self._timeout = timeout
        self._socket = socket.create_connection((host, port), timeout)
        # A slip goes in pieces: else each waits until the printer has owned up to the last, up to 40 ms.
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def write_piece(self, piece: bytes) -> None:
        """Send a few bytes."""
        self._socket.settimeout(self._timeout)
        self._socket.sendall(piece)

    def read(self, seconds: float) -> bytes:
        """What has come within the time; ConnectionResetError when the printer hung up."""
        self._socket.settimeout(seconds)
        try:
            heard = self._socket.recv(64)
        except TimeoutError:
            return b""
        if not heard:
            raise ConnectionResetError("the printer hung up")
        return heard

    def close(self) -> None:
        """Hang up."""
        self._socket.close()


class SerialLine(Line):
    """A line over a serial port."""

    def __init__(self, device: str, baud: int) -> None:
        serial = python_escpos("printer.serial")
        self._printer = _opened(lambda: serial.Serial(device, baud))
        # Without this a printer that raises no "ready" would hold the station for ever.
        self._printer.device.write_timeout = _TIMEOUT

    def write_piece(self, piece: bytes) -> None:
        """Send a few bytes."""
        self._printer.device.write(piece)

    def read(self, seconds: float) -> bytes:
        """What has come within the time."""
        self._printer.device.timeout = seconds
        heard: bytes = self._printer.device.read(1)
        return heard

    def close(self) -> None:
        """Hang up, dropping what the printer has not taken: closing would wait for it for ever."""
        with suppress(OSError, termios.error):
            self._printer.device.reset_output_buffer()
            self._printer.close()


class UsbLine(Line):
    """A line over USB, by the printer's own endpoints."""

    def __init__(self, vendor: int, product: int, hears: int = 0x01, speaks: int = 0x82) -> None:
        usb = python_escpos("printer.usb")
        self._printer = _opened(lambda: usb.Usb(vendor, product, in_ep=speaks, out_ep=hears))

    def write_piece(self, piece: bytes) -> None:
        """Send a few bytes."""
        self._printer.device.write(self._printer.out_ep, piece, int(_TIMEOUT * 1000))

    def read(self, seconds: float) -> bytes:
        """What has come within the time."""
        try:
            heard = self._printer.device.read(self._printer.in_ep, 64, max(1, int(seconds * 1000)))
        except OSError as silence:  # pyusb's own timeout is no TimeoutError.
            if silence.errno != errno.ETIMEDOUT:
                raise
            return b""
        if not heard:
            time.sleep(min(seconds, 0.02))  # Many printers answer "nothing yet" at once, for ever.
        return bytes(heard)

    def close(self) -> None:
        """Hang up."""
        with suppress(OSError):
            self._printer.close()


def _opened(build: Callable[[], Any]) -> Any:
    """The python-escpos printer, open; its own errors, and those of a missing library, become OSError."""
    errors = (python_escpos("exceptions").Error, RuntimeError, ValueError)
    try:
        printer = build()
        printer.open()
    except errors as error:
        raise OSError(str(error)) from error
    return printer
