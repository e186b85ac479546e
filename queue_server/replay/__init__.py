"""A day from a file, played through the real application: what a queue would have done, in seconds.

`read` or `make` a day, `opened` an office for it, `play` it there, and look at the `summary`.
"""

from queue_server.replay.day import Day, DayRefused, read, write
from queue_server.replay.making import make
from queue_server.replay.office import Office, opened
from queue_server.replay.playing import Played, play
from queue_server.replay.summary import Summary, summary

__all__ = ["Day", "DayRefused", "Office", "Played", "Summary", "make", "opened", "play", "read", "summary", "write"]
