"""The errors drawn are the errors there are, and each has a status and words."""

import re

from queue_server.application.saying_no import WORDS
from queue_server.domain import errors
from queue_server.http.errors import STATUS


def kinds() -> set[type[errors.DawrError]]:
    return {
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.DawrError) and kind is not errors.DawrError
    }


def test_the_tree_in_the_docstring_is_the_tree_of_classes() -> None:
    drawn = set(re.findall(r"[├└]── (\w+)", errors.__doc__ or ""))
    assert drawn == {kind.__name__ for kind in kinds()}


def test_every_error_has_a_code_of_its_own_words_and_a_status() -> None:
    codes = [kind.code for kind in kinds()]
    assert len(set(codes)) == len(codes)
    assert set(codes) <= set(WORDS)
    assert all(set(kind.__mro__) & set(STATUS) for kind in kinds())
