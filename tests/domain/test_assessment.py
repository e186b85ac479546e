from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets import path
from queue_server.domain.assessment import Assessment, assess
from queue_server.domain.catalogue import CALLER, Catalogue, Requirement, Service, Source
from queue_server.domain.catalogue_file import read
from queue_server.domain.check import Waived
from queue_server.domain.documents import Need, Paper, Strength
from queue_server.domain.rules import ALWAYS, AllOf, Is, Not, Rule

TODAY = date(2026, 11, 24)
SOURCE = Source("tests", TODAY, "high")
WORDS = {"en": "words"}
WAIVED = Waived("deed", "clerk-1", "Huda", "seen elsewhere", datetime(2026, 11, 24, tzinfo=UTC))

HAVE = Paper("deed", "have")
MISSING = Paper("deed", "missing")
UNSURE = Paper("deed", "unsure")


def _asks(
    *alternatives: tuple[Need, ...], name: str = "deed", when: Rule = ALWAYS, accepts: Strength = Strength.SAID
) -> Requirement:
    return Requirement(name, when, WORDS, alternatives, accepts, None, SOURCE)


def _service(*requirements: Requirement, line: str | None = "commercial") -> Service:
    return Service("permit", WORDS, "permits", "permit", ("employer",), line, None, requirements, SOURCE)


def _assess(service: Service, *papers: Paper, waived: bool = False, **answers: str) -> Assessment:
    return assess(
        service, answers, {paper.document: paper for paper in papers}, {"deed": WAIVED} if waived else {}, TODAY
    )


DEED = _service(_asks((Need("deed"),)))
DEED_SEEN = _service(_asks((Need("deed"),), accepts=Strength.CLERK))
BILL_OR_LEASE = _service(_asks((Need("bill"),), (Need("lease"),)))


@pytest.mark.parametrize(
    ("service", "papers", "outcome"),
    [
        (DEED, [], None),
        (DEED, [HAVE], "ready"),
        (DEED, [MISSING], "incomplete"),
        (DEED, [UNSURE], "refer"),
        (DEED, [replace(HAVE, evidence=Strength.AGENCY)], "ready"),
        (DEED_SEEN, [HAVE], "refer"),
        (DEED_SEEN, [replace(HAVE, evidence=Strength.MACHINE)], "refer"),
        (DEED_SEEN, [replace(HAVE, evidence=Strength.CLERK)], "ready"),
        (DEED_SEEN, [MISSING], "incomplete"),
    ],
)
def test_the_papers_make_the_outcome(service: Service, papers: list[Paper], outcome: str | None) -> None:
    assert _assess(service, *papers).outcome == outcome


def test_a_quick_service_is_quick_from_the_start() -> None:
    assert _assess(_service(line=None)).outcome == "quick"


def test_a_waiver_lets_a_missing_paper_pass_and_names_the_clerk() -> None:
    assessment = _assess(DEED, MISSING, waived=True)
    (finding,) = assessment.findings
    assert (assessment.outcome, finding.result, finding.waiver, finding.shortfalls) == ("ready", "waived", WAIVED, ())


def test_a_waiver_lets_a_paper_pass_that_nobody_has_seen() -> None:
    assert _assess(DEED_SEEN, HAVE, waived=True).outcome == "ready"


def test_a_waiver_of_one_finding_does_not_lift_another() -> None:
    service = _service(_asks((Need("deed"),)), _asks((Need("bill"),), name="bill"))
    assert _assess(service, MISSING, Paper("bill", "missing"), waived=True).outcome == "incomplete"


def test_a_missing_paper_weighs_more_than_a_doubtful_one() -> None:
    service = _service(_asks((Need("deed"),)), _asks((Need("bill"),), name="bill"))
    assert _assess(service, UNSURE, Paper("bill", "missing")).outcome == "incomplete"


def test_whoever_lacks_the_first_paper_is_asked_for_the_other_before_anything_is_missing() -> None:
    (asked,) = _assess(BILL_OR_LEASE, Paper("bill", "missing")).findings
    assert (asked.alternative, asked.result) == ((Need("lease"),), None)
    (lacking,) = _assess(BILL_OR_LEASE, Paper("bill", "missing"), Paper("lease", "missing")).findings
    assert (lacking.alternative, lacking.result) == ((Need("bill"),), "missing")


def test_the_second_paper_will_do_as_well_as_the_first() -> None:
    (finding,) = _assess(BILL_OR_LEASE, Paper("bill", "missing"), Paper("lease", "have")).findings
    assert (finding.alternative, finding.result, finding.shortfalls) == ((Need("lease"),), "presented", ())


def test_a_paper_a_clerk_has_seen_is_taken_before_one_that_was_only_spoken_of() -> None:
    service = _service(_asks((Need("bill"),), (Need("lease"),), accepts=Strength.CLERK))
    seen = Paper("lease", "have", evidence=Strength.CLERK)
    assert _assess(service, Paper("bill", "have"), seen).outcome == "ready"


def test_all_papers_of_an_alternative_are_asked_for_even_when_one_is_missing() -> None:
    service = _service(_asks((Need("deed"), Need("bill"))))
    (finding,) = _assess(service, MISSING).findings
    assert (finding.result, finding.shortfalls) == (None, ())
    (finding,) = _assess(service, MISSING, Paper("bill", "have")).findings
    assert finding.result == "missing"
    assert [shortfall.document for shortfall in finding.shortfalls] == ["deed"]


def test_every_paper_that_falls_short_is_named_with_its_own_reason() -> None:
    service = _service(_asks((Need("deed"), Need("bill"))))
    (finding,) = _assess(service, UNSURE, Paper("bill", "missing")).findings
    named = [(shortfall.document, shortfall.code) for shortfall in finding.shortfalls]
    assert (finding.result, named) == ("missing", [("deed", "unsure"), ("bill", "missing")])


def test_a_paper_in_hand_is_asked_only_for_the_details_it_lacks() -> None:
    service = _service(_asks((Need("deed", months_left=6, attested=True),)))
    (finding,) = _assess(service, replace(HAVE, attested=True)).findings
    assert finding.needs == {"deed": ("expires",)}


ABROAD = Is("place", "abroad")
WALK = _service(
    _asks((Need("deed"),)),
    _asks((Need("medical"),), name="medical", when=AllOf((ABROAD, Is("new", "yes")))),
    _asks((Need("card"),), name="card", when=Not(ABROAD)),
)


def test_only_requirements_that_apply_are_findings() -> None:
    assert [each.requirement.id for each in _assess(WALK).findings] == ["deed"]
    assert [each.requirement.id for each in _assess(WALK, place="here").findings] == ["deed", "card"]
    assert [each.requirement.id for each in _assess(WALK, place="abroad", new="yes").findings] == ["deed", "medical"]


def test_a_question_is_asked_only_while_it_matters() -> None:
    assert _assess(WALK).open_facts == ("place", "new")
    here = _assess(WALK, place="here")
    assert (here.questions, here.open_facts) == (("place",), ())


def test_an_answer_made_pointless_by_another_is_no_longer_shown() -> None:
    assert _assess(WALK, place="abroad", new="yes").questions == ("place", "new")
    assert _assess(WALK, place="here", new="yes").questions == ("place",)


def test_an_open_question_keeps_the_outcome_open() -> None:
    assert _assess(WALK, HAVE).outcome is None
    assert _assess(WALK, HAVE, Paper("card", "have"), place="here").outcome == "ready"


def test_who_the_visitor_is_counts_and_is_not_asked_again() -> None:
    service = _service(_asks((Need("deed"),), when=Is(CALLER, "messenger")))
    assert _assess(service, caller="messenger").questions == ()
    assert [each.requirement.id for each in _assess(service, caller="messenger").findings] == ["deed"]
    assert _assess(service, caller="employer").findings == ()


# ── every visitor of the shipped catalogue ───────────────────────────────────────────────────────────────────────


@cache
def _shipped() -> Catalogue:
    return read(path("catalogue", "lmra.toml").read_text(encoding="utf-8"))


def _documents(service: Service) -> list[str]:
    needs = (need for each in service.requirements for alternative in each.alternatives for need in alternative)
    return sorted({need.document for need in needs})


Visit: TypeAlias = tuple[Service, Mapping[str, str], Mapping[str, Paper]]


@cache
def _visits_to(name: str, *, over: bool) -> st.SearchStrategy[Visit]:
    service = _shipped().services[name]
    days: st.SearchStrategy[date | None] = st.dates(TODAY - timedelta(days=400), TODAY + timedelta(days=400))
    said: st.SearchStrategy[bool | None] = st.booleans()
    if not over:
        days, said = st.none() | days, st.none() | said
    states = st.sampled_from(["have", "have", "have", "missing", "unsure"])
    details = {"state": states, "expires": days, "issued": days, "attested": said, "original": said}
    papers: dict[str, st.SearchStrategy[Paper]] = {
        document: st.builds(Paper, st.just(document), evidence=st.sampled_from(Strength), **details)
        for document in _documents(service)
    }
    facts = [_shipped().facts[fact] for fact in service.facts if fact != CALLER]
    answers = {fact.id: st.sampled_from(list(fact.options)) for fact in facts}
    caller = {CALLER: st.sampled_from(service.callers)}
    if over:
        return st.tuples(st.just(service), st.fixed_dictionaries(answers | caller), st.fixed_dictionaries(papers))
    answered = st.fixed_dictionaries(caller, optional=answers)
    return st.tuples(st.just(service), answered, st.fixed_dictionaries({}, optional=papers))


def visits(*, over: bool = False) -> st.SearchStrategy[Visit]:
    """A visitor somewhere in a check, or `over` when everything is answered for, truthfully or not."""
    numbered = [each for each in _shipped().services if _shipped().services[each].line is not None]
    return st.sampled_from(numbered).flatmap(lambda name: _visits_to(name, over=over))


@given(visits(), st.data())
def test_nobody_is_ready_with_a_finding_that_fails_or_is_not_proven(visit: Visit, data: st.DataObject) -> None:
    service, answers, papers = visit
    waived = data.draw(st.sets(st.sampled_from([each.id for each in service.requirements])))
    assessment = assess(service, answers, papers, dict.fromkeys(waived, WAIVED), TODAY)
    for finding in assessment.findings:
        if assessment.outcome == "ready":
            assert finding.result in {"on_file", "presented", "waived"}
            assert finding.proven
        if finding.result == "presented":
            shown = [papers[need.document] for need in finding.alternative]
            assert finding.proven == all(paper.evidence.proves(finding.requirement.accepts) for paper in shown)
    if assessment.open_facts:
        assert assessment.outcome is None


_BETTER = {None: -1, "incomplete": 0, "refer": 1, "ready": 2}


@given(visits(over=True), st.data())
def test_more_evidence_never_makes_an_outcome_worse(visit: Visit, data: st.DataObject) -> None:
    service, answers, papers = visit
    before = assess(service, answers, papers, {}, TODAY).outcome
    document = data.draw(st.sampled_from(sorted(papers)))
    stronger = [each for each in Strength if each.proves(papers[document].evidence)]
    proven = replace(papers[document], evidence=data.draw(st.sampled_from(stronger)))
    after = assess(service, answers, {**papers, document: proven}, {}, TODAY).outcome
    assert before is not None
    assert _BETTER[after] >= _BETTER[before]


@given(visits(), st.data())
def test_a_visitor_who_goes_on_answering_always_comes_to_an_end(visit: Visit, data: st.DataObject) -> None:
    service, answers, papers = visit
    for _ in range(len(service.facts) + 2 * len(_documents(service))):
        assessment = assess(service, answers, papers, {}, TODAY)
        if assessment.outcome is not None:
            break
        if assessment.open_facts:
            fact = assessment.open_facts[0]
            assert fact in assessment.questions
            answers = {**answers, fact: data.draw(st.sampled_from(list(_shipped().facts[fact].options)))}
            continue
        finding = next(each for each in assessment.findings if each.result is None)
        asked = next(
            need for need in finding.alternative if papers.get(need.document) is None or finding.needs[need.document]
        )
        told = Paper(asked.document, "have", TODAY, TODAY, attested=True, original=True)
        papers = {**papers, asked.document: data.draw(st.sampled_from([told, Paper(asked.document, "missing")]))}
    assert assess(service, answers, papers, {}, TODAY).outcome is not None
