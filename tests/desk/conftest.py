from collections.abc import Callable, Iterator
from typing import Protocol

import pytest

from desk.app import Desk, build
from desk.settings import Settings
from tests.desk.clerk import Clerk
from tests.desk.fakes import Paper
from tests.desk.office import Office
from tests.desk.signing import PASSWORD


class Sit(Protocol):
    """Sits somebody down at a desk of the small office."""

    def __call__(
        self,
        username: str = "",
        *,
        language: str = "en",
        counter: int | None = 2,
        size: tuple[int, int] = (1366, 768),
    ) -> Clerk: ...


@pytest.fixture
def small_office() -> Office:
    return Office()


@pytest.fixture
def paper() -> Paper:
    return Paper()


@pytest.fixture
def sit(screens_thread: None, small_office: Office, paper: Paper) -> Iterator[Sit]:
    desks: list[Desk] = []

    def sit_down(
        username: str = "",
        *,
        language: str = "en",
        counter: int | None = 2,
        size: tuple[int, int] = (1366, 768),
    ) -> Clerk:
        settings = Settings("http://office.invalid", "desk-token", counter, language)
        desk = build(settings, connect=small_office.connect, follow=small_office.follow, printer=paper)
        desks.append(desk)
        clerk = Clerk(desk, size)
        if username:
            clerk.sign_in(username, PASSWORD)
        return clerk

    yield sit_down
    while desks:
        desks.pop().close()


@pytest.fixture
def maryam(sit: Callable[..., Clerk]) -> Clerk:
    """A clerk at counter 2, open and free."""
    clerk = sit("maryam")
    clerk.press("F10")
    clerk.until(lambda: clerk.desk.counter.phase == "free", "the counter is open")
    return clerk


@pytest.fixture
def huda(sit: Callable[..., Clerk]) -> Clerk:
    """A clerk at the information desk."""
    return sit("huda")
