import string
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from queue_server.domain.mrz import Mrz, find, is_line, read
from queue_server.domain.mrz_digits import check_digit, fits
from tests.specimens import TD1, TD2, TD3, card, passport

TODAY = date(2026, 11, 24)
NUMBERS = st.text(string.ascii_uppercase + string.digits, min_size=6, max_size=9)
few = settings(max_examples=25)
DAYS = st.dates(date(1990, 1, 1), date(2070, 12, 31))


def certain(lines: Sequence[str]) -> Mrz:
    mrz = read(lines, TODAY)
    assert mrz is not None
    return mrz


@pytest.mark.parametrize(("form", "lines"), [("TD1", TD1), ("TD2", TD2), ("TD3", TD3)])
def test_the_standards_own_specimens_are_read(form: str, lines: tuple[str, ...]) -> None:
    mrz = certain(lines)
    assert mrz.sure
    assert (mrz.form, mrz.issuer, mrz.nationality, mrz.sex) == (form, "UTO", "UTO", "F")
    assert (mrz.surname, mrz.given, mrz.cut) == ("ERIKSSON", "ANNA MARIA", False)
    assert (mrz.birth, mrz.expires) == (date(1974, 8, 12), date(2012, 4, 15))
    assert mrz.number == ("L898902C3" if form == "TD3" else "D23145890")
    assert mrz.optional == ("ZE184226B" if form == "TD3" else "")


@few
@given(NUMBERS, DAYS)
def test_every_passport_reads_as_it_was_made(number: str, expires: date) -> None:
    mrz = certain(passport(number, expires))
    assert (mrz.number, mrz.expires, mrz.wrong, mrz.repaired) == (number, expires, (), ())


@settings(max_examples=60)
@given(NUMBERS, DAYS, st.integers(0, 27), st.sampled_from(string.digits))
def test_no_other_digit_in_what_is_checked_ever_passes_for_sure(
    number: str, expires: date, at: int, other: str
) -> None:
    names, line = passport(number, expires)
    places = [place for place, sign in enumerate(line[:28]) if sign.isdigit()]
    place = places[at % len(places)]
    mrz = certain((names, line[:place] + other + line[place + 1 :]))
    if mrz.sure:  # The same digit, or one whose exchange is proven to be the only right one.
        assert mrz.expires == expires
        assert other == line[place] or mrz.repaired


@few
@given(DAYS, st.sampled_from([("0", "O"), ("0", "D"), ("1", "I"), ("1", "L"), ("2", "Z"), ("5", "S"), ("8", "B")]))
def test_letters_taken_for_digits_in_a_date_are_mended(expires: date, taken: tuple[str, str]) -> None:
    names, line = passport(expires=expires)
    mistaken = line[:21] + line[21:28].replace(*taken) + line[28:]
    mrz = certain((names, mistaken))
    assert mrz.sure
    assert mrz.expires == expires
    assert (mrz.repaired == ("expires",)) == (mistaken != line)


def test_a_number_is_mended_where_one_exchange_alone_makes_the_digits_right() -> None:
    mrz = certain((TD3[0], TD3[1].replace("L898902C3", "L8989O2C3")))
    assert (mrz.sure, mrz.number, mrz.repaired) == (True, "L898902C3", ("number",))


def test_a_number_is_left_alone_where_two_exchanges_would_do() -> None:
    names, line = passport("0AAO34")  # The first and the fourth sign weigh the same.
    either = certain((names, line.replace("0AAO34", "OAAO34")))
    assert (either.sure, either.number) == (False, "OAAO34")


def test_a_repair_that_leaves_something_wrong_is_not_made() -> None:
    names, line = passport("K3467779", date(2030, 5, 10))
    both = line.replace("300510", "30O51O").replace("K3467779", "K3467774")
    mrz = certain((names, both))
    assert not mrz.sure
    assert (mrz.expires, mrz.repaired) == (None, ())


@few
@given(st.text(string.ascii_uppercase + string.digits, min_size=10, max_size=12))
def test_a_number_longer_than_its_field_goes_on_in_the_optional_data(number: str) -> None:
    mrz = certain(card(number, optional="SHELF"))
    assert (mrz.sure, mrz.number, mrz.optional) == (True, number, "SHELF")


@pytest.mark.parametrize(("expires", "year"), [("770101", 1977), ("761231", 2076), ("000101", 2000), ("270101", 2027)])
def test_expiry_lies_within_fifty_years_of_today(expires: str, year: int) -> None:
    names, line = passport(expires=date(year, int(expires[2:4]), int(expires[4:])))
    assert certain((names, line)).expires == date(year, int(expires[2:4]), int(expires[4:]))


@pytest.mark.parametrize(("birth", "year"), [("261124", 2026), ("261125", 1926), ("270101", 1927), ("000229", 2000)])
def test_nobody_is_born_after_today(birth: str, year: int) -> None:
    mrz = certain(passport(birth=birth))
    assert mrz.birth is not None
    assert mrz.birth.year == year


def test_an_unknown_day_of_birth_is_no_fault_and_an_impossible_one_is() -> None:
    assert certain(passport(birth="9001<<")).sure
    assert certain(passport(birth="900231")).wrong == ("birth",)


def test_names_are_split_and_a_full_line_may_have_been_cut() -> None:
    mrz = certain(passport(name="VAN<DER<TEST<<ANNA<MARIA"))
    assert (mrz.surname, mrz.given, mrz.cut) == ("VAN DER TEST", "ANNA MARIA", False)
    assert certain(passport(name="TEST<<" + "A" * 33)).cut
    assert certain(passport(name="ALONE")).given == ""


def test_fillers_miscounted_by_a_reader_are_counted_right() -> None:
    upper, lower, names = card()
    read_so = "\n".join((upper[:-3], lower.replace("<" * 11, "<<K" + "<" * 7 + "KK"), names + "<<"))
    found = find(read_so, TODAY)
    assert found is not None
    assert found.sure


def test_lines_are_found_among_other_print() -> None:
    text = f"UTOPIA\n PASSPORT 12\n\n{TD3[0]}\n{TD3[1][:20]} {TD3[1][20:]}\n"
    found = find(text, TODAY)
    assert found is not None
    assert found.sure


@few
@given(st.lists(st.text(string.ascii_uppercase + string.digits + "<", min_size=28, max_size=46), max_size=4))
@example(["<" * 44, "<" * 44])
def test_no_text_at_all_upsets_the_reader(lines: list[str]) -> None:
    found = find("\n".join(lines), TODAY)
    assert found is None or not found.sure or found.expires is not None


def test_a_typed_line_is_told_from_a_code() -> None:
    assert all(is_line(line) for line in (*TD1, *TD2, *TD3))
    assert not is_line("WP2026-0042")
    assert not is_line("A" * 44)


def test_a_filler_stands_for_a_check_digit_only_where_there_is_nothing_to_check() -> None:
    assert check_digit("<<<<") == "0"
    assert fits("<<<<", "<")
    assert not fits("AB12", "<")
