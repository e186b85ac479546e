"""The office's server: papers, numbers, queue and journal, and the client that speaks to it."""

__version__ = "0.1.0"
