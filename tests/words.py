"""Which words the sources say, and keeping the catalogues in step with them: `./run words`."""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from babel.messages.pofile import escape, read_po

from assets import path
from assets.words import CLERKS_READ

ROOT = Path(__file__).parent.parent
SOURCES = ("assets", "desk", "kiosk", "queue_server")
TO_VISITORS = ("assets", "kiosk", "queue_server")
TO_STAFF = ("kiosk/staff/", "queue_server/display/staff/")
"""In there nothing is said to visitors."""

_MARKUP_CALL = re.compile(r"""\b(?:qsTr|say)\(\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""")


def said_in(language: str) -> Mapping[str, str]:
    """Every English text that must have a wording in a language, with its place."""
    return said() if language in CLERKS_READ else said(packages=TO_VISITORS, without=TO_STAFF)


@cache
def said(root: Path = ROOT, packages: tuple[str, ...] = SOURCES, without: tuple[str, ...] = ()) -> Mapping[str, str]:
    """Every English text put before people, with the place (`file:line`) that says it, except in some folders."""
    places: dict[str, str] = {}
    for file in _sources(root, packages):
        if str(file.relative_to(root)).startswith(without):
            continue
        read = _in_python if file.suffix == ".py" else _in_markup
        for text, line in read(file.read_text("utf-8")):
            places.setdefault(text, f"{file.relative_to(root)}:{line}")
    places.pop("", None)
    return places


def untraceable(root: Path = ROOT) -> list[str]:
    """Places that say something this module cannot read off the source: neither a text nor a table of texts."""
    return [
        f"{file.relative_to(root)}:{call.lineno}"
        for file in _sources(root, SOURCES)
        if file.suffix == ".py"
        for tree in [ast.parse(file.read_text("utf-8"))]
        for call in _calls(tree)
        if not list(_texts(call.args[0], _tables(tree))) and not isinstance(call.args[0], ast.Call)
    ]


def wordings(file: Path) -> dict[str, str]:
    """A catalogue's texts with their wordings; the first one where a text stands twice."""
    with file.open("rb") as source:
        return {str(message.id): str(message.string) for message in read_po(source) if message.id}


def normalise(file: Path, texts: set[str]) -> None:
    """Write the catalogue anew: sorted, each text once, the unsaid left out, the missing with an empty wording."""
    header = file.read_text("utf-8").split("\n\n", 1)[0].rstrip("\n")
    known = wordings(file)
    entries = [f"msgid {escape(text)}\nmsgstr {escape(known.get(text, ''))}" for text in sorted(texts)]
    file.write_text("\n\n".join([header, *entries]) + "\n", "utf-8")


def _sources(root: Path, packages: Sequence[str]) -> Iterator[Path]:
    for package in packages:
        for ending in ("py", "qml", "html"):
            yield from sorted((root / package).rglob(f"*.{ending}"))


def _in_markup(source: str) -> Iterator[tuple[str, int]]:
    for call in _MARKUP_CALL.finditer(source):
        yield ast.literal_eval(call[1]), source.count("\n", 0, call.start()) + 1


def _in_python(source: str) -> Iterator[tuple[str, int]]:
    tree = ast.parse(source)
    tables = _tables(tree)
    for call in _calls(tree):
        for text in _texts(call.args[0], tables):
            yield text, call.lineno


def _calls(tree: ast.Module) -> Iterator[ast.Call]:
    """Calls of `say`, also as a method, outside the functions of that name: those hand on what they were given."""
    handed_on = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef) and function.name in {"say", "translate"}
        for node in ast.walk(function)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and id(node) not in handed_on:
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name == "say":
                yield node


def _tables(tree: ast.Module) -> dict[str, list[ast.expr]]:
    """What each name in the module is given, at whatever depth: tables of texts are among it."""
    given: dict[str, list[ast.expr]] = {}
    for node in ast.walk(tree):
        targets, value = _assigned(node)
        for target in targets:
            if isinstance(target, ast.Name) and value:
                given.setdefault(target.id, []).append(value)
    return given


def _assigned(node: ast.AST) -> tuple[Sequence[ast.expr], ast.expr | None]:
    match node:
        case ast.Assign(targets=[ast.Tuple(elts=targets)], value=value):
            return targets, value
        case ast.Assign(targets=targets, value=value):
            return targets, value
        case ast.AnnAssign(target=target, value=annotated):
            return [target], annotated
    return [], None


def _texts(said_: ast.expr, tables: dict[str, list[ast.expr]]) -> Iterator[str]:
    """The texts an argument of `say` may be: written there, one of two, or taken from a table of the module."""
    match said_:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from _texts(one, tables)
            yield from _texts(other, tables)
        case ast.Subscript(value=table):
            yield from _texts(table, tables)
        case ast.Dict(values=parts) | ast.Tuple(elts=parts) | ast.List(elts=parts):
            for part in parts:
                yield from _texts(part, tables)
        case ast.Name(id=name) if name in tables:
            others = {other: values for other, values in tables.items() if other != name}
            for value in tables[name]:
                yield from _texts(value, others)


if __name__ == "__main__":
    for catalogue in sorted(path("locale").glob("*.po")):
        everything = set(said_in(catalogue.stem))
        normalise(catalogue, everything)
        empty = [text for text, wording in wordings(catalogue).items() if not wording]
        print(f"{catalogue.name}: {len(everything)} texts, {len(empty)} without a wording")
