"""The one command and the locks it installs."""

import re
import subprocess
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([ROOT / "run", *arguments], capture_output=True, text=True, timeout=60, check=False)


def test_help_explains_every_command() -> None:
    taken = re.findall(r"^  ([a-z| ]+)\) ", (ROOT / "run").read_text("utf-8"), re.MULTILINE)
    commands = {command for row in taken for command in row.split(" | ")} - {"help"}
    explained = set(re.findall(r"^\./run (\w+)", run("help").stdout, re.MULTILINE))
    assert explained == commands


def test_a_command_that_does_not_exist_is_refused_with_the_help() -> None:
    refused = run("dance")
    assert refused.returncode != 0
    assert "no such command: dance" in refused.stderr
    assert "./run demo" in refused.stderr


def test_a_command_runs_in_the_environment_and_its_answer_comes_through() -> None:
    done = run("exec", "python", "-c", "import sys, queue_server; print(sys.prefix); sys.exit(7)")
    assert done.returncode == 7
    assert done.stdout.strip() == str(ROOT / ".venv")


def test_the_lock_holds_every_requirement_at_a_version_it_allows() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    locked = dict(re.findall(r"^([a-z0-9-]+)==([^ ;]+)", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE))
    wanted = [Requirement(line) for line in project["project"]["dependencies"] + project["dependency-groups"]["dev"]]
    unmet = [str(one) for one in wanted if locked.get(one.name) is None or locked[one.name] not in one.specifier]
    assert unmet == []
