from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.aggregation import Aggregation
from scoring.errors import InvalidMark
from scoring.module import ModuleMarks, score_imported, score_module
from scoring.results import ModuleScore
from scoring.scheme import module_maximum
from scoring.values import Absent, NotMarked
from tests.scoring.schemes import JUDGES, full_marks, imported, module

ways = st.sampled_from(Aggregation)


@given(full_marks(), ways)
def test_full_marks_give_points_within_the_maximum(marks: ModuleMarks, how: Aggregation) -> None:
    result = score_module(module(aggregation=how), marks, JUDGES)
    assert isinstance(result.score.points, Decimal)
    assert 0 <= result.score.points <= result.score.maximum
    assert result.score.provisional == result.score.points
    assert (result.marked, result.expected, result.score.complete) == (25, 25, True)


@given(full_marks(), ways, st.permutations(JUDGES))
def test_the_order_of_the_panel_changes_no_point(
    marks: ModuleMarks, how: Aggregation, panel: list[str]
) -> None:
    one = module(aggregation=how)
    assert score_module(one, marks, panel) == score_module(one, marks, JUDGES)


def test_parts_add_up_exactly() -> None:
    marks: ModuleMarks = {
        "B1": {"J1": Decimal(7)},
        "B2": {"J1": Decimal(1)},
        "B3": {"J1": Decimal(204)},
        "B4": {"J1": Decimal(1)},
        "B5": {"J1": Decimal(0)},
    }
    result = score_module(module(), marks, ["J1"])
    (criterion,) = result.criteria
    (sub_criterion,) = criterion.sub_criteria
    points = [aspect.points for aspect in sub_criterion.aspects]
    assert points == [Decimal("7.00"), Decimal("1.67"), Decimal("2.00"), Decimal("3.00"), Decimal("0.00")]
    assert sub_criterion.points == criterion.points == result.score.points == Decimal("13.67")


def test_a_mark_of_an_unknown_aspect_is_refused() -> None:
    with pytest.raises(InvalidMark) as raised:
        score_module(module(), {"Z9": {"J1": Decimal(1)}}, JUDGES)
    assert (raised.value.code, raised.value.data) == ("aspect_unknown", {"module": "B", "aspects": "Z9"})


def test_a_stored_mark_that_the_rule_forbids_is_refused() -> None:
    with pytest.raises(InvalidMark, match="mark_above_maximum"):
        score_module(module(), {"B1": {"J1": Decimal(11), "J2": NotMarked}}, JUDGES)


def test_the_maximum_of_a_module() -> None:
    assert module_maximum(imported(), 0) == Decimal(100)
    assert module_maximum(module(), 5) == Decimal(23)
    assert module_maximum(module(aggregation=Aggregation.SUM), 5) == Decimal(115)


def test_imported_scores() -> None:
    theory = imported()
    hundred = Decimal(100)
    assert score_imported(theory, Decimal("85.455")).score == ModuleScore(
        Decimal("85.46"), hundred, Decimal("85.46"), complete=True
    )
    assert score_imported(theory, Absent).score == ModuleScore(Absent, hundred, None, complete=True)
    missing = score_imported(theory, NotMarked)
    assert missing.score == ModuleScore(NotMarked, hundred, None, complete=False)
    assert (missing.marked, missing.expected) == (0, 1)


@pytest.mark.parametrize("value", ["-0.01", "100.01"])
def test_an_imported_score_out_of_range_is_refused(value: str) -> None:
    with pytest.raises(InvalidMark) as raised:
        score_imported(imported(), Decimal(value))
    assert raised.value.data == {"value": value, "maximum": "100", "module": "A"}
