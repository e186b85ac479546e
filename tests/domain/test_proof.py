from dataclasses import replace

import pytest

from assets import path
from queue_server.domain import proof
from queue_server.domain.catalogue import Catalogue, CatalogueRefused, Service
from queue_server.domain.catalogue_file import read
from queue_server.domain.proof import combinations, prove
from queue_server.domain.rules import AllOf, AnyOf, Is, Not, Rule

TEXT = path("catalogue", "lmra.toml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return read(TEXT)


def _only(shipped: Catalogue, service: Service) -> Catalogue:
    return replace(shipped, services={service.id: service})


def _asking_when(shipped: Catalogue, rule: Rule) -> Service:
    """A real service, all of whose requirements apply under one rule."""
    service = shipped.services["change-occupation"]
    return replace(service, requirements=tuple(replace(each, when=rule) for each in service.requirements))


def test_the_shipped_catalogue_is_proven(shipped: Catalogue) -> None:
    assert prove(shipped) == []


def test_a_service_that_may_ask_for_nothing_is_refused_with_an_example(shipped: Catalogue) -> None:
    service = _asking_when(shipped, Is("consent", "no"))
    problem = "services.change-occupation: asks for no paper at all when consent = yes"
    assert prove(_only(shipped, service)) == [problem]


def test_a_service_that_says_why_may_ask_for_nothing(shipped: Catalogue) -> None:
    service = replace(_asking_when(shipped, Is("consent", "no")), may_be_empty="the agency holds it all")
    assert prove(_only(shipped, service)) == []


def test_a_service_without_requirements_is_refused(shipped: Catalogue) -> None:
    service = replace(shipped.services["change-occupation"], requirements=())
    assert prove(_only(shipped, service)) == ["services.change-occupation: asks for no paper at all"]


def test_a_requirement_that_contradicts_itself_can_never_apply(shipped: Catalogue) -> None:
    service = shipped.services["change-occupation"]
    permit, approval = service.requirements
    never = AllOf((Is("specialised", "yes"), Not(Is("specialised", "yes"))))
    service = replace(service, requirements=(permit, replace(approval, when=never)))
    problem = "services.change-occupation: requirement 'approval-original' can never apply"
    assert prove(_only(shipped, service)) == [problem]


def test_a_requirement_for_a_caller_the_service_is_not_for_can_never_apply(shipped: Catalogue) -> None:
    service = _asking_when(shipped, AnyOf((Is("caller", "worker"), Is("caller", "household"))))
    assert any("can never apply" in problem for problem in prove(_only(shipped, service)))


def test_a_service_for_nobody_is_refused(shipped: Catalogue) -> None:
    service = replace(shipped.services["change-occupation"], callers=())
    assert "services.change-occupation: nobody may ask for it" in prove(_only(shipped, service))


def test_a_service_that_asks_too_much_is_refused_instead_of_tried(
    shipped: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proof, "MOST_COMBINATIONS", 31)
    assert prove(shipped) == [
        "services.new-permit: 32 combinations of answers, more than 31",
        "services.domestic-new: 36 combinations of answers, more than 31",
    ]


def test_two_lines_cannot_share_a_series(shipped: Catalogue) -> None:
    lines = {**shipped.lines, "premium": replace(shipped.lines["premium"], series="C")}
    assert prove(replace(shipped, lines=lines)) == [
        "lines.commercial: series 'C' is another line's too",
        "lines.premium: series 'C' is another line's too",
    ]


def test_a_line_that_no_counter_serves_is_refused(shipped: Catalogue) -> None:
    counters = {n: counter for n, counter in shipped.counters.items() if n != 8}
    assert prove(replace(shipped, counters=counters)) == ["lines.premium: no counter serves it"]


def test_every_combination_is_tried_once(shipped: Catalogue) -> None:
    tried = [tuple(sorted(answers.items())) for answers in combinations(shipped.services["domestic-new"], shipped)]
    assert len(tried) == len(set(tried)) == 3 * 2 * 3 * 2


def test_reading_a_catalogue_proves_it() -> None:
    with pytest.raises(CatalogueRefused, match=r"services\.change-occupation: asks for no paper at all"):
        read(TEXT.replace('"occupation-permit", ', "").replace('"work-ended", ', '"work-ended", "occupation-permit", '))
