import pytest

from queue_server.application.previewing import LASTS, allow_preview, may_preview
from queue_server.domain.errors import Forbidden
from queue_server.domain.trust import Actor, Role
from tests.offices import SUPERVISOR, Floor


def test_a_code_opens_the_preview_for_an_hour_and_nothing_else(floor: Floor) -> None:
    code = floor.act(SUPERVISOR, allow_preview).code
    assert floor.read(lambda tx: may_preview(tx, code))
    assert not floor.read(lambda tx: may_preview(tx, "AAAABBBB"))
    assert floor.journal()[-1] == ("PreviewAllowed", {"approver": "Salman"})
    floor.clock.passes(minutes=LASTS.total_seconds() / 60)
    assert not floor.read(lambda tx: may_preview(tx, code))


def test_a_partners_people_get_none(floor: Floor) -> None:
    partner = Actor("x", "X", Role.SUPERVISOR, agency="npra")
    with pytest.raises(Forbidden):
        floor.act(partner, allow_preview)
