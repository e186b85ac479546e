"""What went wrong, as a visitor is told."""

import logging

from assets.words import say
from kiosk.flow import Page
from queue_server.client.errors import Away, Forbidden, NoNumberHere, NotSignedIn, Refused, Unreachable

log = logging.getLogger(__name__)


def worded(error: Exception, page: Page, language: str) -> str:
    """One or two plain sentences, with a way on; a fault of ours is logged, not shown."""
    if isinstance(error, Refused):
        return _refused(error, page, language)
    if isinstance(error, NoNumberHere):
        return say("No number can be given here just now. Please go to the information desk.", language)
    if isinstance(error, Away) or (isinstance(error, Unreachable) and page is Page.APPLICATION):
        return say("We cannot look this up now. Go back, choose your service, and show your papers.", language)
    log.error("An act of the kiosk failed", exc_info=error)
    return say("Something went wrong. Please try again, or ask a person.", language)


def _refused(error: Refused, page: Page, language: str) -> str:
    match error:
        case NotSignedIn() | Forbidden():
            return say("This kiosk has not been admitted yet. Please tell the staff.", language)
        case Refused(code="unknown") if page is Page.APPLICATION:
            return say("We do not know this number. Please check it, or ask a person.", language)
        case Refused(code="unknown") if page is Page.CODE:
            return say("We do not know this code. Please check it, or ask a person.", language)
    return error.detail
