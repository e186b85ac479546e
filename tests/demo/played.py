"""The demo without windows: the story played through the real programs, each step told and photographed."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic

from tests.demo.day import whole_day
from tests.demo.stage import Stage, stage
from tests.demo.story import StepFailed

STEP_FAILED, NOT_ALL_DONE = 1, 3


def play(folder: Path, day: Callable[[Stage], None] = whole_day) -> int:
    """Play the day into `folder`. 0: every step was done; 1: one failed; 3: this machine lacks what some need."""
    began = monotonic()
    try:
        with stage(folder) as here:
            day(here)
            left_out = here.story.left_out
    except StepFailed as failed:
        print(f"A step failed: {failed}")
        return STEP_FAILED
    print(f"Played in {monotonic() - began:.0f} s. Pictures, slips and the journal are in {folder}")
    if left_out:
        print(f"This machine lacks what {len(left_out)} steps need; the others were done:", *left_out, sep="\n  ")
        return NOT_ALL_DONE
    return 0
