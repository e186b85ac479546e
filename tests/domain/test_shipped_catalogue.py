"""What the shipped catalogue promises, over every combination of answers a visitor may give."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

import pytest

from assets import path
from queue_server.domain.assessment import assess
from queue_server.domain.catalogue import Catalogue, Service, Source, Text
from queue_server.domain.catalogue_file import read
from queue_server.domain.documents import Paper, Strength
from queue_server.domain.proof import combinations
from queue_server.domain.rules import AllOf, Answers, AnyOf, Is, Not, Rule

TODAY = date(2026, 11, 24)
CATALOGUE = read(path("catalogue", "lmra.toml").read_text(encoding="utf-8"))
NUMBERED = [service for service in CATALOGUE.services.values() if service.line is not None]
QUICK = [service for service in CATALOGUE.services.values() if service.line is None]

every_numbered_service = pytest.mark.parametrize("service", NUMBERED, ids=lambda service: service.id)


def _texts(catalogue: Catalogue) -> Iterator[Text]:
    yield catalogue.name
    for fact in catalogue.facts.values():
        yield fact.question
        yield from fact.options.values()
    for document in catalogue.documents.values():
        yield from (document.name, document.hint)
    yield from (group.name for group in catalogue.groups.values())
    yield from (line.name for line in catalogue.lines.values())
    yield from (counter.name for counter in catalogue.counters.values())
    yield from (screen.name for screen in catalogue.screens.values())
    for service in catalogue.services.values():
        yield service.name
        yield from [service.guidance] if service.guidance else []
        for requirement in service.requirements:
            yield requirement.because
            yield from [requirement.remedy] if requirement.remedy else []
        yield from (fee.name for fee in service.fees)


def _sources(catalogue: Catalogue) -> Iterator[Source]:
    for service in catalogue.services.values():
        yield service.source
        yield from (requirement.source for requirement in service.requirements)
        yield from (fee.source for fee in service.fees)


def _best(service: Service, evidence: Strength) -> dict[str, Paper]:
    """Every paper the service may ask for, as good as a paper can be."""
    needs = (need for each in service.requirements for alternative in each.alternatives for need in alternative)
    later = TODAY + timedelta(days=3650)
    return {
        need.document: Paper(need.document, "have", later, TODAY, attested=True, original=True, evidence=evidence)
        for need in needs
    }


def _plainly(rule: Rule, answers: Answers) -> bool:
    match rule:
        case Is(fact, value):
            return answers[fact] == value
        case Not(inner):
            return not _plainly(inner, answers)
        case AllOf(rules):
            return all(_plainly(each, answers) for each in rules)
        case AnyOf(rules):
            return any(_plainly(each, answers) for each in rules)


def test_it_offers_the_building() -> None:
    assert len(NUMBERED) >= 14
    assert len(QUICK) >= 5
    assert {service.line for service in NUMBERED} == {"commercial", "government", "residency", "premium"}
    assert [line.series for line in CATALOGUE.lines.values()] == ["C", "G", "R", "P"]
    assert CATALOGUE.lines["residency"].agency != CATALOGUE.lines["commercial"].agency
    assert list(CATALOGUE.counters) == [1, 2, 3, 4, 5, 6, 7, 8]
    assert list(CATALOGUE.screens) == ["hall"]


def test_everything_is_said_in_both_languages_and_each_in_its_own_script() -> None:
    for text in _texts(CATALOGUE):
        assert set(text) == {"ar", "en"}
        assert any("\u0600" <= letter <= "\u06ff" for letter in text["ar"]), text
        assert not any("\u0600" <= letter <= "\u06ff" for letter in text["en"]), text
        assert not any("\u0660" <= letter <= "\u0669" for letter in text["ar"]), text


def test_no_question_is_longer_than_twelve_words() -> None:
    for fact in CATALOGUE.facts.values():
        assert all(len(question.split()) <= 12 for question in fact.question.values()), fact.question


def test_every_picture_is_one_that_is_drawn() -> None:
    pictures = {each.picture for each in CATALOGUE.documents.values()}
    pictures |= {each.picture for each in CATALOGUE.groups.values()}
    pictures |= {each.picture for each in CATALOGUE.services.values()}
    assert [picture for picture in sorted(pictures) if not path("images", f"{picture}.svg").is_file()] == []


def test_everything_has_its_source() -> None:
    for source in _sources(CATALOGUE):
        assert source.page
        assert date(2026, 11, 23) <= source.read <= date(2026, 11, 24)
        assert source.confidence != "low" or source.note


def test_every_caller_is_served_and_every_group_holds_something() -> None:
    services = CATALOGUE.services.values()
    assert {caller for service in services for caller in service.callers} == set(CATALOGUE.callers.options)
    assert {service.group for service in services} == set(CATALOGUE.groups)


def test_every_document_and_every_fact_is_asked_for() -> None:
    asked = {document for service in NUMBERED for document in _best(service, Strength.SAID)}
    assert asked == set(CATALOGUE.documents)
    assert {fact for service in NUMBERED for fact in service.facts} | {"caller"} == set(CATALOGUE.facts)


def test_no_bank_guarantee_is_asked_for() -> None:
    assert not any("guarantee" in document.name["en"].lower() for document in CATALOGUE.documents.values())


@every_numbered_service
def test_its_list_is_exactly_what_the_rules_say_for_every_visitor(service: Service) -> None:
    for answers in combinations(service, CATALOGUE):
        assessment = assess(service, answers, {}, {}, TODAY)
        wanted = [each.id for each in service.requirements if _plainly(each.when, answers)]
        assert [finding.requirement.id for finding in assessment.findings] == wanted
        assert (assessment.open_facts, assessment.outcome) == ((), None)


@every_numbered_service
def test_a_visitor_with_every_paper_in_order_is_ready_at_the_information_desk(service: Service) -> None:
    for answers in combinations(service, CATALOGUE):
        assert assess(service, answers, _best(service, Strength.CLERK), {}, TODAY).outcome == "ready"


@every_numbered_service
def test_a_visitor_who_lacks_everything_is_never_sent_upstairs(service: Service) -> None:
    lacking = {document: Paper(document, "missing") for document in _best(service, Strength.SAID)}
    for answers in combinations(service, CATALOGUE):
        assert assess(service, answers, lacking, {}, TODAY).outcome == "incomplete"


def test_the_kiosk_alone_leads_to_a_number_for_most_services() -> None:
    alone = [
        service.id
        for service in NUMBERED
        if any(
            assess(service, answers, _best(service, Strength.SAID), {}, TODAY).outcome == "ready"
            for answers in combinations(service, CATALOGUE)
        )
    ]
    assert len(alone) > len(NUMBERED) / 2
    assert {"new-permit", "renew-permit", "domestic-new"} <= set(alone)


def test_a_renewal_asks_for_two_months_and_a_new_permit_for_six() -> None:
    def months(service: str) -> set[int | None]:
        needs = (need for each in CATALOGUE.services[service].requirements for need in each.alternatives[0])
        return {need.months_left for need in needs if need.document == "worker-passport"}

    assert months("renew-permit") == {2}
    assert months("new-permit") == {6}


@pytest.mark.parametrize(
    ("day", "amount"),
    [(date(2025, 12, 31), "100"), (date(2026, 1, 1), "105"), (date(2026, 12, 31), "105"), (date(2027, 1, 1), "111")],
)
def test_a_permit_costs_what_it_costs_on_that_day(day: date, amount: str) -> None:
    fees = {fee.id: fee.amount for fee in CATALOGUE.services["new-permit"].fees_on(day)}
    assert fees["permit-year"] == Decimal(amount)
    assert fees["handling"] == Decimal(5)


def test_before_any_row_has_begun_no_fee_is_known() -> None:
    assert CATALOGUE.services["new-permit"].fees_on(date(2024, 1, 1)) == ()
