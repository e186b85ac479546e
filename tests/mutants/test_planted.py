"""The list of planted faults has not rotted, and the trial can find a fault caught as well as one that survives."""

from pathlib import Path

import pytest

from tests.mutants.__main__ import main
from tests.mutants.copies import ROOT, Run
from tests.mutants.mutant import Mutant, Rotted
from tests.mutants.planted import MUTANTS
from tests.mutants.trial import judge

_TEST = "tests/domain/test_hall.py::test_a_priority_visitor_is_due_sooner_by_the_head_start"
HARMLESS = Mutant(
    "harmless", "queue_server/domain/hall.py", '"""Whose turn it is.\n', '"""Whose turn it is now.\n', (_TEST,)
)


def by_name(mutant: Mutant) -> str:
    return mutant.name


@pytest.mark.parametrize("mutant", MUTANTS, ids=by_name)
def test_a_faults_text_stands_once_in_its_file_and_what_comes_of_it_is_python(mutant: Mutant) -> None:
    source = (ROOT / mutant.file).read_text("utf-8")
    planted = mutant.planted(source)
    assert planted != source
    compile(planted, mutant.file, "exec")


@pytest.mark.parametrize("mutant", MUTANTS, ids=by_name)
def test_the_tests_that_should_catch_a_fault_are_there(mutant: Mutant) -> None:
    assert mutant.tests
    for test in mutant.tests:
        file, _, name = test.partition("::")
        assert f"def {name.partition('[')[0]}" in (ROOT / file).read_text("utf-8")


def test_there_are_many_faults_and_each_has_a_name_of_its_own() -> None:
    assert len({mutant.name for mutant in MUTANTS}) == len(MUTANTS) >= 24


def test_a_text_that_is_gone_or_stands_twice_is_told() -> None:
    with pytest.raises(Rotted, match=r"^harmless: its text stands 0 times in queue_server/domain/hall\.py, not once$"):
        HARMLESS.planted("")
    with pytest.raises(Rotted, match="2 times"):
        HARMLESS.planted(HARMLESS.old * 2)


@pytest.mark.parametrize(
    ("code", "said", "verdict"),
    [
        (0, "1 passed", "SURVIVED tests/domain"),
        (1, "FAILED tests/a.py::test_b[c d] - assert False\n", "caught by tests/a.py::test_b[c d] in"),
        (1, "__ ERROR at teardown of test_b __\nERROR tests/a.py::test_b - why\n", "caught by tests/a.py::test_b in"),
        (1, "Timeout (>60.0s)\nFAILED tests/a.py::test_b\n", "test_b, which did not come to an end, in"),
        (1, "__ ERROR at setup of test_b __\nERROR tests/a.py::test_b - why\n", "NOT PROVEN"),
        (1, "ERROR tests/a.py - SyntaxError\n", "NOT PROVEN"),
        (2, "ERROR tests/a.py\n", "NOT PROVEN, pytest ended with 2 and no test failed: ERROR tests/a.py"),
        (4, "ERROR: not found\n", "NOT PROVEN"),
        (None, "", "NOT PROVEN, pytest did not end"),
    ],
)
def test_only_a_test_that_ran_and_failed_has_caught_a_fault(code: int | None, said: str, verdict: str) -> None:
    assert verdict in str(judge(HARMLESS, Run(code, said, 1.0)))


def test_a_fault_is_caught_and_a_harmless_change_survives(capsys: pytest.CaptureFixture[str]) -> None:
    twice = next(mutant for mutant in MUTANTS if mutant.name == "the-head-start-is-given-twice")
    before = (ROOT / twice.file).stat()
    assert main([], [twice, HARMLESS]) == 1
    *lines, sum_ = capsys.readouterr().out.splitlines()
    assert any(line.startswith(f"{twice.name}: caught by {_TEST} in ") for line in lines)
    assert any(line.startswith(f"harmless: SURVIVED {_TEST}") for line in lines)
    assert sum_.startswith("1 of 2 planted faults caught in ")
    assert (ROOT / twice.file).stat() == before


def test_tests_that_fail_without_a_fault_prove_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tests.mutants.copies.Copy.run", lambda *_tests, **_how: Run(1, "FAILED a::b", 0.1))
    assert main([], [HARMLESS]) == 2
    assert "nothing would be proven" in capsys.readouterr().err
