"""`/check`: papers checked at home, by anybody. Questions are only read; a code is kept, a few times an hour."""

from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, urlencode

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from assets.days import written
from queue_server import wire
from queue_server.application import preparing
from queue_server.application.appointments import taken_with
from queue_server.application.assessing import check_in_words
from queue_server.application.ports import Transaction
from queue_server.display import check_pages
from queue_server.display.check_pages import Visit
from queue_server.display.told import Told, retold, told
from queue_server.domain.errors import Malformed
from queue_server.http.office import Asked, Here
from queue_server.http.open_pages import SAID, asker_of, chosen, shown
from queue_server.http.printing import drawn_sheet
from queue_server.slips.bring import BringWords
from queue_server.slips.saying import bring_words

LONGEST = 4096
"""Bytes of an address's question or of a form; the longest check of a real office takes a third."""


@get("/check", **SAID)
async def check(request: Asked, office: Here) -> Response[str]:
    """The next question, or what came of the papers; nothing is kept."""
    office.limits.looks.spend(asker_of(request))
    query = pairs_of(request.scope["query_string"])

    def look(tx: Transaction) -> str:
        return check_pages.check_page(_visit(tx, request, query), tx.secret())

    return shown(await office.read(request.user, look))


@post("/check", status_code=303, request_max_body_size=LONGEST, **SAID)
async def keep(request: Asked, office: Here) -> Redirect:
    """Keep the check, once for each time its page was shown, and go to the page with the code."""
    office.limits.codes.spend(asker_of(request))
    office.limits.codes_for_all.spend("")
    body = await request.body()
    form = pairs_of(body)
    key = dict(form).get("key", "")

    def work(tx: Transaction) -> wire.Prepared:
        return preparing.keep(tx, *_telling(_visit(tx, request, form)))

    first = await office.once(request.user, key, "POST", "/check", body, work)
    prepared = msgspec.json.decode(first, type=wire.Prepared)
    then = "/times" if request.query_params.get("then") == "times" else ""
    return Redirect(f"/check/{prepared.page}{then}?{urlencode({'lang': dict(form).get('lang', '')})}", status_code=303)


@get("/check/{page:str}", **SAID)
async def code(request: Asked, office: Here, page: FromPath[str]) -> Response[str]:
    """The code, and how the papers stand under the rules of today."""
    office.limits.looks.spend(asker_of(request))

    def look(tx: Transaction) -> str:
        kept = preparing.prepared(tx, page)
        language = chosen(tx.catalogue, request, dict(pairs_of(request.scope["query_string"])), kept.language)
        worded = check_in_words(tx, replace(kept, language=language))
        visit = Visit(tx.catalogue, retold(worded), worded, language, tx.day)
        good_until = written(kept.good_until(), language)
        taken = taken_with(tx, kept)
        booked = taken is not None and taken.state == "booked"
        return check_pages.code_page(visit, wire.Prepared(kept.resume_code, page), good_until, booked=booked)

    return shown(await office.read(request.user, look))


@get("/check/{page:str}/bring.pdf", **SAID)
async def code_sheet(request: Asked, office: Here, page: FromPath[str]) -> Response[bytes]:
    """The list of what to bring on A4, with the code."""
    office.limits.sheets.spend(asker_of(request))
    office.limits.sheets_for_all.spend("")

    def look(tx: Transaction) -> BringWords:
        kept = preparing.prepared(tx, page)
        language = chosen(tx.catalogue, request, dict(pairs_of(request.scope["query_string"])), kept.language)
        return bring_words(tx.catalogue, replace(kept, language=language), tx.day)

    return await drawn_sheet(await office.read(request.user, look))


def _visit(tx: Transaction, request: Asked, pairs: list[tuple[str, str]]) -> Visit:
    """What was told, looked at with today's rules."""
    known, said = tx.catalogue, told(pairs).of(tx.catalogue)
    visit = Visit(known, said, None, chosen(known, request, dict(pairs)), tx.day)
    return Visit(known, said, preparing.look(tx, *_telling(visit)), visit.language, tx.day) if said.service else visit


def _telling(visit: Visit) -> tuple[wire.NewCheck, wire.CheckChange]:
    """What a check is made of. Raises `Malformed` when nothing was told to make one of."""
    said: Told = visit.told
    if not said.service:
        raise Malformed(why="no service")
    new = wire.NewCheck(said.service, visit.language, wire.Caller(said.caller), "web")
    return new, wire.CheckChange(answers=said.answers, documents=said.papers)


def pairs_of(given: bytes) -> list[tuple[str, str]]:
    """What an address's question or a form says. Raises `Malformed` when it is too long."""
    if len(given) > LONGEST:
        raise Malformed(why="too long")
    return parse_qsl(given.decode("latin-1"), max_num_fields=None)


ROUTES: list[Any] = [check, keep, code, code_sheet]
