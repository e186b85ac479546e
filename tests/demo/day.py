"""The story: a refusal and its remedy, a whole visit, a doubt settled by a clerk, and everyone served."""

from contextlib import closing

import msgspec

from assets.words import in_fours, say
from queue_server import wire
from queue_server.slips.layout import Banner, Big
from queue_server.wire import RESUME
from tests.demo.clerks import is_confirmed, is_served
from tests.demo.crowd import serve_one
from tests.demo.slips import Number
from tests.demo.stage import Stage
from tests.demo.visitor import Visitor
from tests.demo.visits import BY_CODE, HOUSEHOLD, OCCUPATION, PASSPORT, RENEWAL


def whole_day(stage: Stage) -> None:
    """All of it, in the order it happens."""
    looks_at_the_hall(stage)
    code = is_refused(stage)
    owner = comes_back(stage, code)
    with closing(stage.office.signed_in("yusuf")) as yusuf:
        serve_one(yusuf, 1)  # who came before the owner
    household = visits(stage)
    is_served(stage, owner, "maryam", 2, "ar")
    is_referred(stage)
    confirmed = is_confirmed(stage)
    is_served(stage, household, "maryam", 4, "en")
    the_journal_agrees(stage, [owner, household, confirmed])
    nobody_complains(stage, owner)


def looks_at_the_hall(stage: Stage) -> None:
    """Some are served already, others wait."""
    with stage.story.step("hall: before the visits", stage.screens):
        hall = stage.screens.hall
        assert (hall.number, hall.counter) == ("C001", "1"), f"{hall.number} is at {hall.counter}"
        assert hall.waiting == ["C 1", "G 0", "R 3", "P 0"], f"{hall.waiting} wait"


def is_refused(stage: Stage) -> str:
    """A list and a code instead of a number."""
    visitor = Visitor(stage, "ar")
    visitor.walks(RENEWAL)
    with visitor.step("reason and remedy"):
        (short,) = [finding for finding in visitor.check.findings if finding.result == "short_validity"]
        visitor.reads(short.reason)
        visitor.reads(short.remedy)
        assert visitor.check.number is None, f"{visitor.check.number} was given all the same"
    with visitor.step("printed list"):
        stage.hand.touch("print-list")
        slip, code = visitor.takes_slip(), visitor.check.resume_code
        assert stage.hand.reads("code").replace(" ", "") == code, f"the kiosk does not show {code}"
        assert slip.code == RESUME + code, f"{slip.code} is on the slip, not {code}"
        assert slip.shows(Banner(say("No number was given", "ar"), "ar")), "the list does not say that it is no number"
        assert slip.shows(Big(in_fours(code), tallest=90)), "the code cannot be read from the list"
    return code


def comes_back(stage: Stage, code: str) -> Number:
    """The same visitor with a valid passport: asked for that alone, and given the number."""
    visitor = Visitor(stage, "ar")
    visitor.walks([*BY_CODE, (f"type:{code}", "paper worker-passport"), *PASSPORT])
    number = visitor.takes_number()
    stage.follows(number, "has the number", say("Your number", "ar"))
    return number


def visits(stage: Stage) -> Number:
    """A whole visit in English."""
    visitor = Visitor(stage, "en")
    visitor.walks(HOUSEHOLD)
    number = visitor.takes_number()
    stage.follows(number, "is next", "You are next.")
    return number


def is_referred(stage: Stage) -> None:
    """A paper that only a clerk can confirm."""
    visitor = Visitor(stage, "ar")
    visitor.walks(OCCUPATION)
    with visitor.step("printed list of a referral"):
        assert visitor.takes_slip().code == RESUME + visitor.check.resume_code, "the slip has another code"


def the_journal_agrees(stage: Stage, given: list[Number]) -> None:
    """What happened is told by the office's own journal, and the database is sound."""
    file = stage.story.folder / "journal.jsonl"
    with stage.story.step("journal: tells the same, and nothing contradicts it"):
        file.write_text(stage.office.server.operator("journal") + "\n", "utf-8")
        events = [msgspec.json.decode(line, type=wire.Event) for line in file.read_text("utf-8").splitlines()]
        issued = [event.data["number"] for event in events if event.kind == "TicketIssued"]
        assert [number.text for number in given] == issued[-len(given) :], f"the journal gave {issued}"
        assert (sound := stage.office.server.operator("verify")) == "sound", sound


def nobody_complains(stage: Stage, recalled: Number) -> None:
    """The hall heard every call, the recall too, and no page and no window found anything wrong."""
    with stage.story.step("hall: heard the recall too", stage.screens):
        stage.screens.hall.until_announced(2, recalled.text)
        assert stage.screens.hall.announced.count(recalled.text) == 2
    with stage.story.step("nothing complained"):
        complaints = [*stage.screens.noise, *stage.complaints]
        assert not complaints, "; ".join(complaints)
