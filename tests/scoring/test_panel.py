from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.aggregation import Aggregation, BestN, aggregate_numbers, left_out, panel_rule_from_text
from scoring.errors import InvalidRule
from scoring.explain import explain_entry
from scoring.module import score_module
from scoring.panel import PanelMember, counting_judges, shadow_gaps
from scoring.rejudging import ChangedMark, CountingRound, changed_marks, marks_that_count
from scoring.values import Absent, NotMarked
from tests.scoring.schemes import ASPECTS, module, scheme

PANEL = [PanelMember("J1", "CN"), PanelMember("J2", "FR"), PanelMember("J3", shadow=True), PanelMember("J4")]


def test_shadow_judges_never_count() -> None:
    assert counting_judges(PANEL) == ("J1", "J2", "J4")
    marks = {"B1": {"J1": Decimal(8), "J2": Decimal(9), "J3": Decimal(0), "J4": Decimal(10)}}
    result = score_module(module(ASPECTS[0]), marks, counting_judges(PANEL))
    assert (result.score.points, result.expected) == (Decimal("9.00"), 3)


def test_a_judge_does_not_score_a_compatriot() -> None:
    assert counting_judges(PANEL, "FR") == ("J1", "J4")


def test_how_far_a_shadow_judge_is_from_the_panel() -> None:
    points = {"J1": Decimal(8), "J2": Decimal(9), "J3": Decimal(10), "J4": Decimal(10)}
    assert shadow_gaps(PANEL, points, Aggregation.MEAN) == {"J3": Decimal(1)}
    assert shadow_gaps(PANEL, {**points, "J4": NotMarked}, Aggregation.MEAN) == {}
    assert shadow_gaps(PANEL, {**points, "J3": Absent}, Aggregation.MEAN) == {}


FIRST = {"B1": {"J1": Decimal(8), "J2": Decimal(2)}, "B2": {"J1": Decimal(1)}}
SECOND = {"B1": {"J2": Decimal(7), "J1": Decimal(8)}, "B3": {"J1": Decimal(4)}}


def test_the_round_that_counts_is_an_argument() -> None:
    assert marks_that_count(FIRST, SECOND, CountingRound.FIRST) == FIRST
    assert marks_that_count(FIRST, SECOND, CountingRound.SECOND) == {
        "B1": {"J1": Decimal(8), "J2": Decimal(7)},
        "B2": {"J1": Decimal(1)},
        "B3": {"J1": Decimal(4)},
    }


def test_both_rounds_are_kept_and_the_changes_told() -> None:
    assert changed_marks(FIRST, SECOND) == (
        ChangedMark("B1", "J2", Decimal(2), Decimal(7)),
        ChangedMark("B3", "J1", None, Decimal(4)),
    )


@pytest.mark.parametrize("how", [*Aggregation, BestN(3), BestN(12)])
def test_panel_rules_survive_as_text(how: Aggregation | BestN) -> None:
    assert panel_rule_from_text(how.value) == how


@pytest.mark.parametrize("text", ["average", "best_0", "best_100"])
def test_other_panel_rules_are_refused(text: str) -> None:
    with pytest.raises(InvalidRule, match="aggregation_unknown"):
        panel_rule_from_text(text)


@given(st.lists(st.decimals(0, 10, places=2), min_size=1, max_size=7), st.integers(1, 9))
def test_the_best_are_never_below_the_mean(numbers: list[Decimal], count: int) -> None:
    best, mean = aggregate_numbers(numbers, BestN(count)), aggregate_numbers(numbers, Aggregation.MEAN)
    assert best >= mean or count >= len(numbers)
    assert len(left_out(numbers, BestN(count))) == max(0, len(numbers) - count)


def test_the_trace_names_marks_that_are_not_among_the_best() -> None:
    one = module(ASPECTS[0], aggregation=BestN(2))
    marks = {"B": {"B1": {"J1": Decimal(8), "J2": Decimal(9), "J3": Decimal(7)}}}
    trace = explain_entry(scheme(one), marks, {}, {"B": ["J1", "J2", "J3"]})
    aspect = trace.steps[0].steps[0].steps[0].steps[0]
    assert (aspect.rule, aspect.value) == ("best_2", "8.50")
    assert [step.inputs.get("panel") for step in aspect.steps] == [None, None, "not_among_best"]
