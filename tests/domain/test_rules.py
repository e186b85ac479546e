from collections.abc import Iterator
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from queue_server.domain.rules import ALWAYS, AllOf, Answers, AnyOf, Is, Not, Rule, facts_of, holds, open_facts

VALUES = {"place": ("here", "abroad"), "sector": ("domestic", "private", "public"), "new": ("yes", "no")}

CONDITIONS = [Is(fact, value) for fact, values in VALUES.items() for value in values]


def _groups(rules: st.SearchStrategy[Rule]) -> st.SearchStrategy[Rule]:
    several = st.lists(rules, max_size=3).map(tuple)
    return st.one_of(several.map(AllOf), several.map(AnyOf), rules.map(Not))


RULES: st.SearchStrategy[Rule] = st.recursive(st.sampled_from(CONDITIONS), _groups, max_leaves=8)
ANSWERS = st.fixed_dictionaries({}, optional={fact: st.sampled_from(values) for fact, values in VALUES.items()})


def _completions(answers: Answers) -> Iterator[Answers]:
    """Every way the rest of the facts may still be answered."""
    choices = [(answers[fact],) if fact in answers else values for fact, values in VALUES.items()]
    return (dict(zip(VALUES, chosen, strict=True)) for chosen in product(*choices))


def _truth(rule: Rule, answers: Answers) -> bool:
    """The plain two-valued meaning of a rule when everything is answered."""
    match rule:
        case Is(fact, value):
            return answers[fact] == value
        case Not(inner):
            return not _truth(inner, answers)
        case AllOf(rules):
            return all(_truth(member, answers) for member in rules)
        case AnyOf(rules):
            return any(_truth(member, answers) for member in rules)


@given(RULES, ANSWERS)
def test_a_rule_is_decided_only_when_every_completion_agrees(rule: Rule, answers: Answers) -> None:
    decided = holds(rule, answers)
    if decided is not None:
        assert {_truth(rule, complete) for complete in _completions(answers)} == {decided}


@given(RULES, ANSWERS)
def test_a_rule_with_every_fact_answered_is_plainly_true_or_false(rule: Rule, answers: Answers) -> None:
    for complete in _completions(answers):
        assert holds(rule, complete) is _truth(rule, complete)


@given(RULES, ANSWERS)
def test_a_decided_rule_asks_nothing_and_an_open_one_asks_something_unanswered(rule: Rule, answers: Answers) -> None:
    asked = open_facts(rule, answers)
    assert (asked == ()) == (holds(rule, answers) is not None)
    assert not set(asked) & set(answers)


@given(RULES, ANSWERS, st.data())
def test_answering_what_is_not_asked_changes_nothing(rule: Rule, answers: Answers, data: st.DataObject) -> None:
    unasked = sorted(VALUES.keys() - answers.keys() - set(open_facts(rule, answers)))
    more = {fact: data.draw(st.sampled_from(VALUES[fact])) for fact in unasked}
    assert holds(rule, {**answers, **more}) is holds(rule, answers)


@given(RULES, ANSWERS)
def test_only_facts_the_rule_names_are_ever_asked_and_in_its_order(rule: Rule, answers: Answers) -> None:
    named = facts_of(rule)
    asked = open_facts(rule, answers)
    assert [fact for fact in named if fact in asked] == list(asked)


def test_a_requirement_without_a_rule_always_applies() -> None:
    assert holds(ALWAYS, {}) is True


def test_an_unanswered_fact_stays_unknown_under_not() -> None:
    rule = Not(Is("sector", "domestic"))
    assert holds(rule, {}) is None
    assert holds(rule, {"sector": "private"}) is True
    assert holds(rule, {"sector": "domestic"}) is False


def test_one_failed_condition_spares_the_other_question() -> None:
    rule = AllOf((Is("place", "abroad"), Is("new", "yes")))
    assert open_facts(rule, {}) == ("place", "new")
    assert open_facts(rule, {"place": "abroad"}) == ("new",)
    assert open_facts(rule, {"place": "here"}) == ()
