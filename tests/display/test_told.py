"""What an address tells, as far as it can be made sense of."""

from datetime import date

from assets import path
from queue_server import wire
from queue_server.display.told import Told, told
from queue_server.domain.catalogue_file import read
from tests.offices import CATALOGUE

SMALL = read(CATALOGUE.read_text("utf-8"))


def test_answers_and_papers_are_told_by_their_names() -> None:
    pairs = [
        *(("caller", "employer"), ("service", "renew"), ("fact.worker-abroad", "no")),
        *(("paper.passport", "have"), ("paper.passport.expires", "2030-01-31")),
        *(("paper.medical", "have"), ("paper.medical.attested", "no")),
    ]
    heard = told(pairs).of(SMALL)
    assert (heard.caller, heard.service, heard.answers) == ("employer", "renew", {"worker-abroad": "no"})
    assert heard.papers == [
        wire.Paper("passport", "have", expires=date(2030, 1, 31)),
        wire.Paper("medical", "have", attested=False),
    ]


def test_what_is_told_again_counts_as_told_last() -> None:
    heard = told([("paper.passport", "have"), ("caller", "worker"), ("paper.passport", "unsure")])
    assert list(heard.said) == ["caller", "paper.passport"]
    assert heard.before().said == {"caller": "worker"}


def test_a_date_in_parts_is_one_answer() -> None:
    parts = [("date", "paper.passport.expires"), ("year", "2028"), ("month", "2"), ("day", "29")]
    assert told([("paper.passport", "have"), *parts]).said["paper.passport.expires"] == "2028-02-29"


def test_a_day_no_calendar_has_is_asked_again_and_nothing_is_lost() -> None:
    parts = [("date", "paper.passport.expires"), ("year", "2027"), ("month", "2"), ("day", "29")]
    heard = told([("paper.passport", "have"), *parts])
    assert heard == Told({"paper.passport": "have"}, "paper.passport.expires")
    assert heard.of(SMALL).no_such_date == "paper.passport.expires"


def test_a_date_of_a_paper_that_is_not_there_tells_nothing() -> None:
    parts = [("date", "paper.passport.expires"), ("year", "2027"), ("month", "2"), ("day", "2")]
    assert told(parts) == Told()
    assert told([("date", "<script>"), *parts[1:]]) == Told()


def test_names_that_mean_nothing_are_passed_over() -> None:
    nonsense = [("utm_source", "x"), ("paper.", "have"), ("fact.a b", "x"), ("caller", ""), ("caller", "x" * 65)]
    assert told(nonsense) == Told()
    assert len(told((f"fact.f{n}", "yes") for n in range(10_000)).said) == 100


def test_an_address_older_than_the_rules_keeps_only_what_they_know() -> None:
    old = {
        "caller": "pirate",
        "group": "ships",
        "service": "renew",
        "fact.worker-abroad": "maybe",
        "fact.caller": "worker",
        "paper.parrot": "have",
        "paper.passport": "have",
    }
    assert Told(old).of(SMALL).said == {"paper.passport": "have"}
    assert Told({"caller": "worker", "service": "renew"}).of(SMALL).said == {"caller": "worker"}


def test_a_wrong_detail_is_as_good_as_none() -> None:
    said = {"paper.passport": "have", "paper.passport.expires": "tomorrow", "paper.passport.original": "perhaps"}
    assert Told(said).papers == [wire.Paper("passport", "have")]


def test_every_check_of_the_shipped_office_fits_an_address() -> None:
    known = read(path("catalogue", "lmra.toml").read_text("utf-8"))
    for service in known.services.values():
        documents = {need.document for each in service.requirements for papers in each.alternatives for need in papers}
        names = 3 + len(service.facts) + 3 * len(documents)
        assert names <= 100
        assert 40 * names < 4096
