"""What the pages for readers name is there: tests, files, commands."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
TEST = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")
FILE = re.compile(r"`((?:queue_server|kiosk|desk|tests|assets|docs)/[\w/.-]+\.\w+)")
LINK = re.compile(r"\]\(([\w/.-]+\.md)\)")

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


@each_page
def test_every_test_a_page_names_is_there(page: Path) -> None:
    named = TEST.findall(page.read_text("utf-8"))
    gone = [f"{file}::{name}" for file, name in named if not (ROOT / file).exists() or not _tests(ROOT / file, name)]
    assert gone == []


def _tests(file: Path, name: str) -> bool:
    return not name or f"def {name}(" in file.read_text("utf-8")


@each_page
def test_every_file_and_page_it_points_to_is_there(page: Path) -> None:
    text = page.read_text("utf-8")
    files = [file for file in FILE.findall(text) if not (ROOT / file).exists()]
    pages = [other for other in LINK.findall(text) if not (page.parent / other).exists()]
    assert files + pages == []


@each_page
def test_every_command_it_gives_is_one_of_run(page: Path) -> None:
    known = set(re.findall(r"^\./run (\w+)", (ROOT / "run").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"\./run ([a-z]+)", page.read_text("utf-8"))) - known == set()
