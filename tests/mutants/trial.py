"""Trying faults: each is planted in a copy, its tests run there, and one of them has to fail."""

import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory

from tests.mutants.copies import Copy, Run, copy_of_the_tree
from tests.mutants.mutant import Mutant

_FAILED = re.compile(r"^(FAILED|ERROR) (\S+?::.+?)(?: - |$)", re.MULTILINE)
_AT_THE_END = re.compile(r"^_+ ERROR at teardown of ", re.MULTILINE)
_ENDLESS = re.compile(r"\bTimeout \(>")
_PASSED, _SOME_FAILED = 0, 1


class Unsound(Exception):
    """The tests fail without any fault planted: a fault they seem to catch proves nothing."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of one fault: the test that caught it, or why it is not caught."""

    mutant: str
    caught_by: str | None
    otherwise: str
    seconds: float
    endless: bool = False

    def __str__(self) -> str:
        if self.caught_by is None:
            return f"{self.mutant}: {self.otherwise} ({self.seconds:.1f} s)"
        how = ", which did not come to an end," if self.endless else ""
        return f"{self.mutant}: caught by {self.caught_by}{how} in {self.seconds:.1f} s"


def judge(mutant: Mutant, run: Run) -> Verdict:
    """A fault is caught when a test ran and failed, in its body or in what it leaves behind; nothing else counts."""
    if run.code == _PASSED:
        return Verdict(mutant.name, None, f"SURVIVED {' '.join(mutant.tests)}", run.seconds)
    failed = _FAILED.search(run.said)
    if run.code == _SOME_FAILED and failed and (failed[1] == "FAILED" or _AT_THE_END.search(run.said)):
        return Verdict(mutant.name, failed[2], "", run.seconds, bool(_ENDLESS.search(run.said)))
    how = "pytest did not end" if run.code is None else f"pytest ended with {run.code} and no test failed"
    return Verdict(mutant.name, None, f"NOT PROVEN, {how}: {_last_line(run)}", run.seconds)


def try_all(mutants: Sequence[Mutant], processes: int) -> Iterator[Verdict]:
    """The verdict on each, as it comes. Raises `Rotted` and `Unsound` before anything is planted."""
    with TemporaryDirectory(prefix="dawr-mutants-") as folder:
        first = copy_of_the_tree(Path(folder) / "1")
        for mutant in mutants:
            mutant.planted((first.folder / mutant.file).read_text("utf-8"))
        _prove_sound(first, mutants)
        copies: SimpleQueue[Copy] = SimpleQueue()
        copies.put(first)
        for n in range(2, processes + 1):
            copies.put(first.again(Path(folder) / str(n)))
        with ThreadPoolExecutor(processes) as workers:
            tried = [workers.submit(_try, mutant, copies) for mutant in mutants]
            try:
                yield from (each.result() for each in as_completed(tried))
            finally:
                workers.shutdown(cancel_futures=True)


def _try(mutant: Mutant, copies: SimpleQueue[Copy]) -> Verdict:
    copy = copies.get()
    try:
        with copy.planted(mutant):
            return judge(mutant, copy.run(mutant.tests))
    finally:
        copies.put(copy)


def _prove_sound(copy: Copy, mutants: Sequence[Mutant]) -> None:
    tests = sorted({test for mutant in mutants for test in mutant.tests})
    clean = copy.run(tests, compiles=True)
    if clean.code != _PASSED:
        raise Unsound(clean.said)


def _last_line(run: Run) -> str:
    return next(reversed(run.said.split("\n")[:-1]), "")
