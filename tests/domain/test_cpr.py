import pytest

from queue_server.domain.cpr import read_cpr, read_registration


@pytest.mark.parametrize("typed", ["850112345", " 8501 12345", "850112-345"])
def test_nine_digits_are_a_personal_number(typed: str) -> None:
    cpr = read_cpr(typed)
    assert cpr is not None
    assert (cpr.number, cpr.warnings) == ("850112345", ())


def test_a_month_that_is_none_is_only_a_warning() -> None:
    cpr = read_cpr("851312345")
    assert cpr is not None
    assert cpr.warnings == ("month",)


@pytest.mark.parametrize("typed", ["", "85011234", "8501123456", "85O112345", "٨٥٠١١٢٣٤٥"])
def test_anything_else_is_none(typed: str) -> None:
    assert read_cpr(typed) is None


def test_a_registration_has_a_branch_or_none() -> None:
    whole, branch = read_registration("12345"), read_registration("12345 - 6")
    assert whole is not None
    assert branch is not None
    assert (whole.number, whole.branch) == ("12345", "")
    assert (branch.number, branch.branch) == ("12345", "6")
    assert read_registration("CR-1") is None


def test_an_office_may_have_another_form() -> None:
    assert read_registration("BH12", form="[A-Z]{2}[0-9]+") is not None
