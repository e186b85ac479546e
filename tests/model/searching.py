"""Many random days, on as many processors as are asked for; the first that parts the two is cut down to its core."""

import gc
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from random import Random

from tests.model.playing import Stage
from tests.model.steps import POLICIES, Step, random_steps

LENGTH = 150
"""Steps in a day."""
HALL_EVERY = 10
"""The whole hall is read and compared after every so many steps; rows, journal and answers after each."""


def search(steps: int, seed: int, processes: int) -> str | None:
    """What was found, or None after so many steps."""
    days = -(-steps // LENGTH)
    with ProcessPoolExecutor(processes) as pool:
        mine = (range(seed + one, seed + days, processes) for one in range(processes))
        found = [each for each in pool.map(_days, mine, repeat(time.monotonic())) if each is not None]
    return "\n".join(found) or None


def _days(seeds: Sequence[int], began: float) -> str | None:
    gc.set_threshold(50_000)  # Millions of short-lived rows; nothing of it is kept.
    stages = {policy: Stage(policy) for policy in set(POLICIES)}
    for done, seed in enumerate(seeds, 1):
        chance = Random(seed)
        policy = chance.choice(POLICIES)
        day = random_steps(chance, LENGTH)
        trouble = _parts(stages[policy], day)
        if trouble:
            core = _core(stages[policy], day)
            return "\n".join((f"seed {seed}, {policy}: {trouble}", *(f"    {step}," for step in core)))
        if done % 200 == 0:
            print(f"  {done * LENGTH} steps to seed {seed}, {time.monotonic() - began:.0f} s", flush=True)
    for stage in stages.values():
        stage.close()
    return None


def _parts(stage: Stage, steps: Sequence[Step]) -> str:
    try:
        stage.play(steps, hall_every=HALL_EVERY)
    except AssertionError as parted:
        return str(parted)
    return ""


def _core(stage: Stage, steps: Sequence[Step]) -> list[Step]:
    """The steps without all that can be left out, and the two still part."""
    core = list(steps)
    for shorter in _shorter(core):
        if _parts(stage, shorter):
            core[:] = shorter
    return core


def _shorter(core: list[Step]) -> Iterator[list[Step]]:
    """The core without some of its steps: halves first, then ever fewer, down to one at a time; twice over."""
    for _round in range(2):
        size = len(core)
        while size:
            at = 0
            while at < len(core):
                before = len(core)
                yield core[:at] + core[at + size :]
                at += size if len(core) == before else 0
            size //= 2
