"""The soft sound: once, for a clerk who is free."""

from desk.app import build
from desk.settings import Settings
from desk.viewmodels.bell import Bell
from tests.desk.clerk import Clerk
from tests.desk.fakes import Paper
from tests.desk.office import Office
from tests.desk.signing import PASSWORD


def test_a_free_clerk_hears_once_that_somebody_begins_to_wait_if_sounds_are_wanted(
    small_office: Office, screens_thread: None
) -> None:
    rings: list[str] = []
    clerk = Clerk(
        build(
            Settings("http://office.invalid", "desk-token", 2, "en", sound=True),
            connect=small_office.connect,
            follow=small_office.follow,
            printer=Paper(),
            ring=lambda: rings.append("ring"),
        )
    )
    clerk.sign_in("maryam", PASSWORD)
    for number in (comes(small_office, clerk), ""):  # Nobody is called at a closed counter, so nobody hears.
        assert rings == []
        clerk.press("F10" if number else "F2")
        clerk.until_counter_is("free" if number else "called")
    clerk.press("F8")
    clerk.until_counter_is("free")
    clerk.until_sees("0 waiting")
    for _ in range(2):
        comes(small_office, clerk)
    assert len(rings) == 1
    clerk.desk.close()


def comes(office: Office, clerk: Clerk) -> str:
    """Somebody begins to wait, and the desk has heard."""
    number = office.visitor_waits()
    office.tells("TicketIssued", number=number)
    clerk.until(
        lambda: (
            clerk.desk.hall.floor is not None
            and sum(line.waiting for line in clerk.desk.hall.floor.lines) == len(office.waiting)
        ),
        "the desk has heard",
    )
    return number


def test_a_desk_is_silent_unless_it_is_told_otherwise(maryam: Clerk) -> None:
    assert maryam.desk.findChildren(Bell) == []
