import hashlib
import random
from contextlib import suppress
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets import path
from queue_server.domain.appointments import slots_on
from queue_server.domain.catalogue import CatalogueRefused, FromHome, Queue, Slots
from queue_server.domain.catalogue_file import read
from queue_server.domain.hall import Policy
from queue_server.domain.rules import AllOf, AnyOf, Is, Not

TEXT = path("catalogue", "lmra.toml").read_text(encoding="utf-8")


def _problems(old: str, new: str) -> list[str]:
    """What is said of the shipped catalogue with one mistake planted."""
    assert TEXT.count(old) >= 1, old
    with pytest.raises(CatalogueRefused) as refused:
        read(TEXT.replace(old, new, 1))
    return refused.value.problems


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            'when = { employer-kind = "company" }',
            'when = { employer-knd = "company" }',
            "requirements.premises.when: no such fact: 'employer-knd'; did you mean 'employer-kind'?",
        ),
        (
            'when = { employer-kind = "company" }',
            'when = { employer-kind = "compny" }',
            "requirements.premises.when.employer-kind: no such value: 'compny'; did you mean 'company'?",
        ),
        (
            'not = { domestic-passport = "philippines" }',
            'not = { domestic-passport = "philipines" }',
            "requirements.medical.when.not.domestic-passport: no such value: 'philipines'; did you mean 'philippines'?",
        ),
        (
            '{ family-passport = "other", spouse-named = "no" }',
            '{ family-passport = "other", spouse-name = "no" }',
            "requirements.marriage-attested.when.any[2]: no such fact: 'spouse-name'; did you mean 'spouse-named'?",
        ),
        (
            'when = { caller = ["family", "messenger"] }',
            'when = { caller = ["family", "mesenger"] }',
            "requirements.domestic-authorisation.when.caller: no such value: 'mesenger'; did you mean 'messenger'?",
        ),
        (
            'policy = "due time"',
            'policy = "due tine"',
            "queue.policy: no such policy: 'due tine'; did you mean 'due time'?",
        ),
        (
            "escalate_one_in = 3",
            "escalate_one_on = 3",
            "queue.escalate_one_on: no such key; did you mean 'escalate_one_in'?",
        ),
        ("head_start_minutes = 15", "head_start_minutes = -1", "queue.head_start_minutes: is less than 0"),
        (
            "[queue]",
            "[queue]\nratio = [2, 0]",
            "queue.ratio: is not two whole numbers, priority visitors to others: [2, 0]",
        ),
        ("closes = 16:00:00", "closes = 07:00:00", "lines.premium.appointments.closes: is not after opens"),
        (
            'lines = ["government"] }',
            'lines = ["government"], later = { commercial = 5 } }',
            "counters.4.later: no such line of this counter: 'commercial'",
        ),
        (
            'line = "commercial"',
            'line = "commercial"\nthen = ["residenc"]',
            "services.new-permit.then: no such line: 'residenc'; did you mean 'residency'?",
        ),
        (
            '{ document = "lease" }',
            '{ document = "leese" }',
            "requirements.premises.alternatives[2][1].document: no such document: 'leese'; did you mean 'lease'?",
        ),
        (
            'line = "commercial"',
            'line = "comercial"',
            "services.new-permit.line: no such line: 'comercial'; did you mean 'commercial'?",
        ),
        (
            'group = "establishment"',
            'group = "establishmnt"',
            "services.register-establishment.group: no such group: 'establishmnt'; did you mean 'establishment'?",
        ),
        (
            '    "entry-cancelled",',
            '    "entry-canceled",',
            "services.new-permit.requirements: no such requirement: 'entry-canceled'; did you mean 'entry-cancelled'?",
        ),
        (
            'callers = ["employer", "messenger"]',
            'callers = ["employer", "messanger"]',
            "services.new-permit.callers: no such caller: 'messanger'; did you mean 'messenger'?",
        ),
        (
            'accepts = "said"',
            'accepts = "sad"',
            "requirements.passport-six-months.accepts: no such evidence: 'sad'; did you mean 'said'?",
        ),
        (
            'lines = ["premium"]',
            'lines = ["premum"]',
            "counters.8.lines: no such line: 'premum'; did you mean 'premium'?",
        ),
        (
            'confidence = "high"',
            'confidence = "hihg"',
            "requirements.passport-six-months.source.confidence: no such confidence: 'hihg'; did you mean 'high'?",
        ),
        (
            "months_left = 6",
            "months_lft = 6",
            "requirements.passport-six-months.alternatives[1][1].months_lft: no such key; did you mean 'months_left'?",
        ),
        (
            "remedy.en =",
            "remady.en =",
            "requirements.passport-six-months.remady: no such key; did you mean 'remedy'?",
        ),
        ("currency =", "curency =", "curency: no such key; did you mean 'currency'?"),
    ],
)
def test_a_misspelt_name_is_refused_with_the_nearest(old: str, new: str, problem: str) -> None:
    assert problem in _problems(old, new)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('question.ar = "أين العامل الآن؟"\n', "", "facts.worker-place.question.ar: is missing"),
        ('name.ar = "عقد العمل"', 'name.ar = " "', "documents.work-contract.name.ar: is empty"),
        ('name.ar = "عقد العمل"', 'name.fr = "Contrat"', "documents.work-contract.name.fr: no such key"),
        ('because.ar = "هي الطلب نفسه."\n', "", "requirements.ceiling-form.because.ar: is missing"),
        ("[documents.lease]", "[documents.Lease]", "documents.Lease: a name is small letters, digits and hyphens"),
        ("months_left = 6", "months_left = -1", "alternatives[1][1].months_left: is less than 0"),
        ("months_left = 6", "months_left = true", "alternatives[1][1].months_left: is not a whole number: True"),
        ("months_left = 6", "months_left = 6, days_left = 9", "[1][1]: has either months_left or days_left"),
        (
            '[[{ document = "work-contract" }]]',
            "[]",
            "contract.alternatives: a requirement asks for at least one paper",
        ),
        ('[[{ document = "work-contract" }]]', "[[]]", "contract.alternatives[1]: is not a list of papers: []"),
        ('[[{ document = "work-contract" }]]', '[["work-contract"]]', "alternatives[1][1]: is not a table"),
        ("when = { consent", "when = 5 # { consent", "requirements.resignation.when: is not a table: 5"),
        ('any = [{ family-passport = "arab" }', 'any = ["arab"', "when.any[1]: is not a table: 'arab'"),
        ("read = 2026-11-23", 'read = "2026"', "source.read: is not a date: '2026'"),
        ("day_starts = 04:00:00", "day_starts = 4", "day_starts: is not a time: 4"),
        ('"Asia/Bahrain"', '"Asia/Manamah"', "timezone: no such time zone: 'Asia/Manamah'"),
        ('"Asia/Bahrain"', '"Asia"', "timezone: no such time zone: 'Asia'"),
        ('amount = "105"', 'amount = "-105"', "rows[2].amount: is not a sum of money: '-105'"),
        ('line = "premium"', "", "services.premium: has either a line or, as a quick service, guidance"),
        ('guidance.en = "Go to', 'line = "premium"\nguidance.en = "Go to', "has either a line or"),
        ('callers = ["family"]', 'callers = ["family", "family"]', "callers: stands there twice: 'family'"),
        ('callers = ["family"]', "callers = [7]", "services.citizen-family.callers: is not words: 7"),
        ("8 = { name", "x = { name", "counters.x: a counter is known by its number"),
        ("8 = { name", "08 = { name", "counters.08: a counter is known by its number"),
        ("[callers]", "[callers]\nquestion_ar = 5", "callers.question_ar: no such key; did you mean 'question'?"),
        ("[facts.consent]", "[facts.any]", "facts.any: a fact cannot have this name"),
        ("original = true", 'original = "yes"', "original: is not true or false: 'yes'"),
        ('    "premises",\n', "", "requirements.premises: no service asks for it"),
        ('office = "lmra"', "office = ", "not TOML"),
        ('office = "lmra"', 'office = "a"\noffice = "b"', "not TOML"),
    ],
)
def test_a_planted_mistake_is_refused_with_its_place(old: str, new: str, problem: str) -> None:
    assert any(problem in said for said in _problems(old, new)), _problems(old, new)


def test_a_question_with_one_answer_is_no_question() -> None:
    lone = 'options.no.en = "No"\noptions.no.ar = "لا"\n\n[facts.dependants]'
    assert "facts.consent.options: a question has at least two answers" in _problems(lone, "\n[facts.dependants]")


def test_a_quick_service_asks_for_no_papers() -> None:
    problem = "services.collect-card.requirements: a quick service asks for no papers"
    assert problem in _problems("[services.collect-card]\n", '[services.collect-card]\nrequirements = ["applicant"]\n')


def test_every_problem_is_named_at_once() -> None:
    text = TEXT.replace('line = "commercial"', 'line = "comercial"', 1)
    text = text.replace("months_left = 6", "months_left = -6", 1)
    with pytest.raises(CatalogueRefused) as refused:
        read(text)
    assert len(refused.value.problems) == 2
    assert str(refused.value) == "\n".join(refused.value.problems)


def test_an_empty_file_is_refused_with_all_it_lacks() -> None:
    with pytest.raises(CatalogueRefused) as refused:
        read("")
    lacking = {"office", "name", "languages", "callers", "documents", "services", "lines", "counters", "screens"}
    assert lacking <= {problem.removesuffix(": is missing") for problem in refused.value.problems}


@given(st.integers(0, 2**32), st.sampled_from(["", "= 5", "x = []", '"', "[[", "nan", "a.b.c = {}", "\0"]))
def test_whatever_is_in_the_file_it_is_read_or_refused(seed: int, rubbish: str) -> None:
    chance = random.Random(seed)
    lines = TEXT.splitlines()
    lines[chance.randrange(len(lines))] = rubbish
    del lines[chance.randrange(len(lines))]
    with suppress(CatalogueRefused):
        assert read("\n".join(lines)).services


def test_a_rule_reads_as_all_of_its_facts_and_any_of_a_list() -> None:
    requirements = {each.id: each for service in read(TEXT).services.values() for each in service.requirements}
    abroad = AnyOf((Is("worker-place", "abroad"),))
    philippine = AllOf((AnyOf((Is("domestic-passport", "philippines"),)),))
    assert requirements["medical"].when == AllOf((abroad, Not(philippine)))
    assert requirements["domestic-authorisation"].when == AllOf(
        (AnyOf((Is("caller", "family"), Is("caller", "messenger"))),)
    )


@pytest.mark.parametrize(("key", "group"), [("all", AllOf), ("any", AnyOf)])
def test_rules_in_a_list_are_all_wanted_or_any(key: str, group: type[AllOf | AnyOf]) -> None:
    listed = f'when = {{ {key} = [{{ consent = "no" }}, {{ specialised = "yes" }}] }}'
    requirements = read(TEXT.replace('when = { consent = "no" }', listed, 1)).services["transfer-worker"].requirements
    (rule,) = [each.when for each in requirements if each.id == "resignation"]
    refused, specialised = AnyOf((Is("consent", "no"),)), AnyOf((Is("specialised", "yes"),))
    assert rule == AllOf((group((AllOf((refused,)), AllOf((specialised,)))),))


def test_the_version_is_of_the_text_to_the_letter() -> None:
    assert read(TEXT).version == hashlib.sha256(TEXT.encode()).hexdigest()[:16]
    assert read(TEXT + "\n").version != read(TEXT).version


def test_how_the_queue_is_run_is_read_from_the_file() -> None:
    catalogue = read(
        TEXT.replace('policy = "due time"', 'policy = "ratio"\nratio = [3, 1]').replace(
            'lines = ["government"] }',
            'lines = ["government", "premium"], later = { government = 5 }, two_step = true }',
        )
    )
    assert catalogue.queue == Queue(
        Policy("ratio", timedelta(minutes=15), 3, (3, 1)), calls_before_no_show=2, may_return=timedelta(minutes=30)
    )
    assert (catalogue.counters[4].later, catalogue.counters[4].two_step) == ({"government": timedelta(minutes=5)}, True)
    assert catalogue.lines["premium"].slots == Slots(
        time(8),
        time(16),
        timedelta(minutes=30),
        capacity=1,
        grace=timedelta(minutes=10),
        home=FromHome(days_ahead=14),
        weekdays=frozenset({6, 0, 1, 2, 3}),
    )


def test_the_days_without_appointments_are_read_from_the_file() -> None:
    days = 'days = ["sunday", "monday", "tuesday", "wednesday", "thursday"]'
    closed = read(TEXT.replace(days, f"{days}, closed_on = [2026-12-16]")).lines["premium"].slots
    assert closed is not None
    on = {day: bool(list(slots_on(closed, date(2026, 12, day), "Asia/Bahrain"))) for day in range(15, 21)}
    assert on == {15: True, 16: False, 17: True, 18: False, 19: False, 20: True}
    with pytest.raises(CatalogueRefused, match=r"closed_on: is not a list of dates"):
        read(TEXT.replace(days, 'closed_on = ["National Day"]'))
    with pytest.raises(CatalogueRefused, match="no such day of the week: 'sonday'; did you mean 'sunday'"):
        read(TEXT.replace(days, 'days = ["sonday"]'))
    with pytest.raises(CatalogueRefused, match="capacity: is less than 1"):
        read(TEXT.replace("capacity = 0", "capacity = 0, closed_on = []").replace("today = 2", "today = 0"))


def test_an_office_that_says_nothing_of_the_queue_runs_it_as_usual() -> None:
    start, end = TEXT.index("[queue]"), TEXT.index("[counters]")
    assert read(TEXT[:start] + TEXT[end:]).queue == Queue()


def test_the_reasons_of_breaks_and_of_leaving_are_the_offices_own() -> None:
    catalogue = read(TEXT)
    assert catalogue.breaks["meal"]["en"] == "Meal"
    assert list(catalogue.parkings) == ["fetch", "pay", "copies", "prayer"]
    start, end = TEXT.index("[breaks]"), TEXT.index("# ── requirements: this")
    assert (read(TEXT[:start] + TEXT[end:]).breaks, read(TEXT[:start] + TEXT[end:]).parkings) == ({}, {})


def test_a_clerks_own_words_are_no_reason_of_the_office() -> None:
    with pytest.raises(CatalogueRefused, match=r"breaks\.other: stands for a clerk's own words"):
        read(TEXT.replace("[breaks]\n", '[breaks]\nother = { en = "Other", ar = "آخر" }\n'))
