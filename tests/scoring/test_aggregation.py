from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.aggregation import Aggregation, aggregate, aggregate_numbers, is_trimmed, trimmed_out
from scoring.values import Mark, Special

points = st.decimals(0, 100, places=2)
panels = st.lists(points, min_size=1, max_size=9)
marks = st.lists(points | st.sampled_from(Special), max_size=7)
ways = st.sampled_from(Aggregation)
INSIDE = (Aggregation.MEAN, Aggregation.MEDIAN, Aggregation.TRIMMED_MEAN, Aggregation.MAX)


@given(panels, st.sampled_from(INSIDE))
def test_the_value_lies_between_lowest_and_highest(panel: list[Decimal], how: Aggregation) -> None:
    assert min(panel) <= aggregate_numbers(panel, how) <= max(panel)


@given(marks, ways, st.randoms(use_true_random=False))
def test_the_order_of_judges_changes_nothing(panel: list[Mark], how: Aggregation, random: object) -> None:
    shuffled = list(panel)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert aggregate(shuffled, how) == aggregate(panel, how)


@given(panels, ways, st.integers(0, 8), points)
def test_raising_a_mark_never_lowers_the_value(
    panel: list[Decimal], how: Aggregation, position: int, more: Decimal
) -> None:
    raised = list(panel)
    raised[position % len(panel)] += more
    assert aggregate_numbers(raised, how) >= aggregate_numbers(panel, how)


@given(st.lists(points, min_size=5, max_size=9))
def test_a_trimmed_mean_is_the_mean_without_the_two_marks_named(panel: list[Decimal]) -> None:
    out = trimmed_out(panel)
    assert out is not None
    highest, lowest = out
    assert highest != lowest
    assert (panel[highest], panel[lowest]) == (max(panel), min(panel))
    kept = [mark for position, mark in enumerate(panel) if position not in out]
    assert aggregate_numbers(panel, Aggregation.TRIMMED_MEAN) == aggregate_numbers(kept, Aggregation.MEAN)


@pytest.mark.parametrize(("judges", "trimmed"), [(1, False), (2, False), (3, False), (4, False), (5, True)])
def test_trimming_leaves_three(judges: int, trimmed: bool) -> None:
    assert is_trimmed(judges) is trimmed
    assert (trimmed_out([Decimal(1)] * judges) is not None) is trimmed


@given(marks, ways)
def test_a_panel_with_a_special_mark_never_becomes_a_number(panel: list[Mark], how: Aggregation) -> None:
    result = aggregate(panel, how)
    special = not panel or any(isinstance(mark, Special) for mark in panel)
    assert isinstance(result.value, Special) is special
