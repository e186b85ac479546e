"""Where a visitor stood when they asked for help."""

from datetime import UTC, date, datetime

import pytest

from queue_server.domain.catalogue import Catalogue
from queue_server.domain.catalogue_file import read
from queue_server.domain.referral import Reason, Referral
from tests.offices import CATALOGUE


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read(CATALOGUE.read_text("utf-8"))


def referral(page: str | None, subject: str | None) -> Referral:
    now = datetime(2026, 11, 24, tzinfo=UTC)
    return Referral("r", date(2026, 11, 24), 1, "v", Reason.OTHER, "en", now, page=page, subject=subject)


@pytest.mark.parametrize("page", ["paper", "detail", "scan"])
def test_a_paper_is_named_in_every_language(catalogue: Catalogue, page: str) -> None:
    assert referral(page, "passport").about(catalogue) == catalogue.documents["passport"].name


@pytest.mark.parametrize(("page", "subject"), [(None, None), ("language", "passport"), ("paper", "x"), ("number", "")])
def test_elsewhere_there_is_nothing_to_name(catalogue: Catalogue, page: str | None, subject: str | None) -> None:
    assert referral(page, subject).about(catalogue) == {}
