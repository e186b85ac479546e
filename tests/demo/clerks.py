"""What clerks do: confirm a doubtful paper, and call, recall, start and finish by their keys."""

from PySide6.QtWidgets import QAbstractButton

from assets.words import say
from tests.demo.slips import Number
from tests.demo.stage import Seated, Stage


def is_confirmed(stage: Stage) -> Number:
    """The information desk sees the original and gives the number."""
    with stage.desk("ar") as huda:
        information = huda.desk.information
        with huda.step("somebody is sent to the information desk"):
            huda.sign_in("huda", stage.office.passwords["huda"])
            huda.until(huda.find("take", QAbstractButton).isEnabled, "somebody is sent here")
        with huda.step("the check is taken by F2"):
            huda.press("F2")
            huda.until(lambda: information.check is not None, "a check is in hand")
        with huda.step("the original is seen by Alt+2"):
            huda.press("Alt+2")
            huda.until(lambda: information.may_give_number, "the papers have earned a number")
        with huda.step("the number is given by F5"):
            huda.press("F5")
            huda.until_sees(say("The slip is printed.", "ar"))
            assert information.issued, "no number was given"
            number, slip = information.issued.number, stage.tray.take()
            assert huda.sees(number), f"{number} is not on the screen"
            assert slip.shows_number(number), f"{number} is not on the slip"
    confirmed = Number(number, slip.code)
    stage.follows(confirmed, "has the number from the information desk", say("Your number", "ar"))
    return confirmed


def is_served(stage: Stage, number: Number, username: str, counter: int, language: str) -> None:
    """Called, recalled, started and finished; the hall and the visitor's phone follow."""
    with stage.desk(language, counter) as clerk:
        with clerk.step("signed in"):
            clerk.sign_in(username, stage.office.passwords[username])
        _calls(clerk, number)
        with stage.story.step(f"hall: the number is called to counter {counter}", stage.screens):
            stage.screens.hall.until_number(number.text)
            assert stage.screens.hall.counter == f"{counter}", f"it was sent to {stage.screens.hall.counter}"
        stage.follows(number, "is called", say("Please go to counter {counter} now.", language, counter=counter))
        _serves(clerk)
    stage.follows(number, "is served", say("Your visit is over. Thank you.", language))


def _calls(clerk: Seated, number: Number) -> None:
    here = clerk.desk.counter
    with clerk.step("open by F10"):
        clerk.press("F10")
        clerk.until(lambda: here.phase == "free", "the counter is open")
    with clerk.step("called by F2"):
        clerk.press("F2")
        clerk.until(lambda: here.phase == "called" and here.check is not None, "somebody is called")
        assert clerk.sees(number.text), f"not {number.text} was called: {clerk.reads()}"


def _serves(clerk: Seated) -> None:
    here = clerk.desk.counter
    with clerk.step("called again by F3"):
        clerk.press("F3")
        clerk.until(lambda: here.leg is not None and here.leg.calls == 2, "the number is called again")
    with clerk.step("started by F4"):
        clerk.press("F4")
        clerk.until(lambda: here.phase == "serving", "service has begun")
    with clerk.step("asked by F9 how it ended"):
        clerk.press("F9")
        clerk.until(lambda: clerk.find("ask-1", QAbstractButton).isVisible(), "it is asked how the visit ended")
    with clerk.step("finished"):
        clerk.press("1")
        clerk.until(lambda: here.phase == "free", "the counter is free")
    with clerk.step("signed out"):
        clerk.click("sign-out")
        clerk.until(lambda: clerk.desk.session.clerk is None, "signed out")
