"""The kiosk's own service code: only it opens, and guessing is slow."""

import pytest

from kiosk.settings import read
from kiosk.staff.own_code import TRIES, WAIT, OwnCode, WrongCode, made
from tests.kiosk.conftest import Clock


def tried(own: OwnCode, code: str) -> str:
    try:
        own.check(code)
    except WrongCode as wrong:
        return wrong.why
    return "opens"


def test_only_the_code_opens_and_after_five_wrong_ones_not_even_it_for_a_while(clock: Clock) -> None:
    code, kept = made()
    own = OwnCode(kept, clock=clock)
    assert (own.is_set, code in kept) == (True, False)
    assert tried(own, code) == "opens"
    assert [tried(own, "BBBBBBBB") for _ in range(TRIES)] == ["wrong"] * TRIES
    assert tried(own, code) == "too_many"
    clock.seconds += WAIT
    assert tried(own, code) == "opens"


def test_a_setting_that_is_no_hash_opens_nothing(clock: Clock) -> None:
    assert not OwnCode("").is_set
    assert tried(OwnCode("$argon2id$cut off", clock=clock), "BCDFGHJK") == "wrong"


def test_a_code_is_made_at_the_console_with_the_line_for_the_kiosks_file(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        read(["--new-service-code"], {})
    told = capsys.readouterr().err
    code, kept = told.splitlines()[0][-9:].replace(" ", ""), told.partition("service_code = '")[2].rstrip("'\n")
    assert ended.value.code == 0
    assert tried(OwnCode(kept), code) == "opens"
    assert read(["--server", "http://office"], {"DAWR_KIOSK_SERVICE_CODE": kept}).service_code == kept
