"""The errors drawn are the errors there are, and each has a status and words."""

import re
from types import ModuleType

import pytest

from queue_server.application.saying_no import WORDS
from queue_server.domain import errors, outpost_errors
from queue_server.http.errors import STATUS

MODULES = (errors, outpost_errors)


def kinds(*modules: ModuleType) -> set[type[errors.DawrError]]:
    return {
        kind
        for module in modules or MODULES
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, errors.DawrError) and kind.__module__ == module.__name__
    } - {errors.DawrError}


@pytest.mark.parametrize("module", MODULES)
def test_the_tree_in_the_docstring_is_the_tree_of_classes(module: ModuleType) -> None:
    drawn = set(re.findall(r"[├└]── (\w+)", module.__doc__ or ""))
    assert drawn == {kind.__name__ for kind in kinds(module)}


def test_every_error_has_a_code_of_its_own_words_and_a_status() -> None:
    codes = [kind.code for kind in kinds()]
    assert len(set(codes)) == len(codes)
    assert set(codes) <= set(WORDS)
    assert all(set(kind.__mro__) & set(STATUS) for kind in kinds())
