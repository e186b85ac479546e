import pytest

from desk.keys import USUAL, keys_with


def test_a_clerk_may_press_other_keys_than_the_usual_ones() -> None:
    keys = keys_with({"next": ["Num+Enter", "F2"], "start": "F13"})
    assert (keys["next"], keys["start"], keys["recall"]) == (("Num+Enter", "F2"), ("F13",), USUAL["recall"])


@pytest.mark.parametrize(
    ("own", "words"),
    [
        ({"cal": "F2"}, "there is no act cal"),
        ({"next": "Pedal"}, "'Pedal' is no key"),
        ({"next": "Esc"}, "'Esc' is no key"),
        ({"next": "F3"}, "F3 is both next and recall"),
        ({"next": []}, "next has no key"),
    ],
)
def test_keys_that_cannot_be_are_refused_in_plain_words(own: dict[str, str | list[str]], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        keys_with(own)
