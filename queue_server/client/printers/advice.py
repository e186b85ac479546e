"""What a printer's answers mean to whoever installs it, and what to do. Visitors are told less, by `port`."""

from queue_server.client.printers.port import Printed, PrinterState

STATES: dict[PrinterState, str] = {
    PrinterState.READY: "It answers, and is ready.",
    PrinterState.PAPER_LOW: "It answers. Its paper is nearly used up: have a new roll at hand.",
    PrinterState.NO_PAPER: "It answers, but has no paper. Open the cover, put in a roll printing side up, close it.",
    PrinterState.COVER_OPEN: "It answers, but its cover is open, or not quite closed. Press it down at both sides.",
    PrinterState.OFFLINE: (
        "It was not reached, or says it is offline. Is it switched on, and its cable in? Is the address right? "
        "Is its lamp for errors on (a stuck knife: switch it off and on)? Does another program hold its line? "
        "Many take only one."
    ),
    PrinterState.UNKNOWN: (
        "It was reached, but does not answer. It may be no receipt printer (ESC/POS), or one that cannot answer this "
        "way: then slips come out, nobody can know it, and visitors are told to look. Try to connect it another way."
    ),
    PrinterState.NONE: "There is none: numbers are on the screen only.",
}

RESULTS: dict[str, str] = {
    "printed": (
        "The test page was printed, says the printer. Look at it: the black band reaches both edges, every line is in "
        "its own letters and joined, a phone reads the code, the paper is cut."
    ),
    "uncertain": (
        "The test page was sent, but the printer did not say that it printed it. Look whether it came out, and how far."
    ),
    "failed": "Nothing was printed.",
}


def fared(printed: Printed) -> str:
    """How the test page fared, and what the printer wants."""
    wants = "" if printed.trouble is None else STATES[printed.trouble]
    return f"{RESULTS[printed.result]} {wants}".strip()


def nothing_found() -> str:
    """What to try when no printer is found on this machine."""
    return (
        "No printer was found on this machine. One on USB must be switched on and plugged in (`lsusb` lists it). "
        "One on the network is named by its address: ./run printer 192.168.1.50, or looked for: "
        "./run printer --scan 192.168.1.0/24. Without one, kiosks show numbers on the screen only."
    )
