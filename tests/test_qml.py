"""The kiosk's pages against the types of what they are drawn from, without running them."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from assets import path

ROOT = Path(__file__).parent.parent
QML = ROOT / "kiosk" / "qml"
PAGES = sorted(QML.rglob("*.qml"))
VIEWMODELS = sorted(file for file in (ROOT / "kiosk" / "viewmodels").glob("*.py") if "QmlElement" in file.read_text())


def tool(name: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / f"pyside6-{name}"), *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)


@pytest.fixture(scope="session")
def types(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the view-models' types, as the linter wants them."""
    folder = tmp_path_factory.mktemp("types")
    module = folder / "Kiosk" / "ViewModels"
    module.mkdir(parents=True)
    dump = tool("metaobjectdump", *VIEWMODELS)
    assert dump.returncode == 0, dump.stderr
    described = [entry for entry in json.loads(dump.stdout) if entry.get("classes")]
    (folder / "types.json").write_text(json.dumps(described))
    registered = tool(
        "qmltyperegistrar",
        f"--generate-qmltypes={module / 'kiosk.qmltypes'}",
        "--import-name=Kiosk.ViewModels",
        "--major-version=1",
        "-o",
        folder / "unused.cpp",
        folder / "types.json",
    )
    assert registered.returncode == 0, registered.stderr
    (module / "qmldir").write_text("module Kiosk.ViewModels\ntypeinfo kiosk.qmltypes\n")
    return folder


def lint(types: Path, *files: Path) -> subprocess.CompletedProcess[str]:
    return tool("qmllint", "--max-warnings", "0", "-I", QML, "-I", types, *files)


def test_the_pages_name_only_what_there_is(types: Path) -> None:
    linted = lint(types, *PAGES)
    assert linted.returncode == 0, linted.stdout + linted.stderr


def test_a_misspelt_slot_is_found(types: Path, tmp_path: Path) -> None:
    page = tmp_path / "Misspelt.qml"
    page.write_text(
        "pragma ComponentBehavior: Bound\nimport QtQuick\nimport Kiosk.ViewModels\n"
        "Item {\n    id: page\n    required property Visit visit\n"
        "    Component.onCompleted: page.visit.chooose('x')\n}\n"
    )
    linted = lint(types, page)
    assert linted.returncode != 0
    assert 'Member "chooose" not found' in linted.stdout + linted.stderr


@pytest.mark.parametrize("viewmodel", VIEWMODELS, ids=lambda viewmodel: viewmodel.stem)
def test_what_is_drawn_listens_by_declared_slots_only(viewmodel: Path) -> None:
    # Else Qt describes the object by a copy of its own. Objects of a later kiosk in the same process may come to lie
    # at the copy's old address, and QML, which remembers by address, then finds none of their properties.
    source = viewmodel.read_text("utf-8")
    undeclared = [
        name
        for name in re.findall(r"\.connect\(self\.(\w+)\)", source)
        if not re.search(rf"@Slot\(.*\)\n    def {name}\(|    {name} = Signal\(", source)
    ]
    assert undeclared == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_page_is_bound_and_known_to_its_module(page: Path) -> None:
    source = page.read_text("utf-8")
    assert "pragma ComponentBehavior: Bound" in source
    listed = re.search(rf"^(singleton )?{page.stem} 1\.0 (\S+)$", (QML / "Kiosk" / "qmldir").read_text(), re.MULTILINE)
    assert listed
    assert QML / "Kiosk" / listed[2] == page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_words_are_drawn_in_one_place_and_as_plain_text(page: Path) -> None:
    source = page.read_text("utf-8")
    if page.stem == "Words":
        assert "textFormat: Text.PlainText" in source
    else:
        assert not re.search(r"^\s*(Text|Label|TextEdit|TextInput|TextField) \{", source, re.MULTILINE)


def test_every_picture_named_on_a_page_is_drawn() -> None:
    source = "".join(page.read_text("utf-8") for page in PAGES)
    named = set(re.findall(r'(?:picture|name): "([a-z][a-z-]*)"', source))
    assert named
    assert {name for name in named if not path("images", f"{name}.svg").exists()} == set()


def test_every_picture_of_the_shipped_catalogue_is_drawn() -> None:
    named = set(re.findall(r'^picture = "(.+)"$', path("catalogue", "lmra.toml").read_text("utf-8"), re.MULTILINE))
    assert named
    assert {name for name in named if not path("images", f"{name}.svg").exists()} == set()


@pytest.mark.parametrize("picture", sorted(path("images").glob("*.svg")), ids=lambda picture: picture.stem)
def test_every_picture_is_drawn_in_ink(picture: Path) -> None:
    source = picture.read_text("utf-8")
    assert set(re.findall(r"#[0-9A-Fa-f]{6}", source)) <= {"#0B4F5C", "#10212B"}
    assert "<image" not in source
    assert "<script" not in source
