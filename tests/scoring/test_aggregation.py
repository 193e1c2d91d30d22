from decimal import Decimal

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


def test_trimming_leaves_three() -> None:
    panels_up_to_six = [[Decimal(1)] * judges for judges in range(1, 7)]
    assert [is_trimmed(len(panel)) for panel in panels_up_to_six] == [False, False, False, False, True, True]
    assert [trimmed_out(panel) for panel in panels_up_to_six] == [None, None, None, None, (0, 1), (0, 1)]


@given(marks, ways)
def test_a_panel_with_a_special_mark_never_becomes_a_number(panel: list[Mark], how: Aggregation) -> None:
    result = aggregate(panel, how)
    special = not panel or any(isinstance(mark, Special) for mark in panel)
    assert isinstance(result.value, Special) is special
