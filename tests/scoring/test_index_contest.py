from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.explanation import Explanation
from scoring.formats.index_contest import (
    Deduct,
    Direction,
    Index,
    IndexStep,
    PeriodRule,
    Ratio,
    RollUp,
    StepFormula,
    Unit,
    UnitTotal,
    Veto,
    index_points,
    period_result,
    roll_up,
    unit_total,
)
from scoring.formats.index_contest.index import Formula
from scoring.formats.index_contest.veto import Bound
from scoring.values import Absent, Disqualified, Mark, NotMarked

D = Decimal
OUTPUT = Index("产量", Direction.MORE, D(100), D(60), Ratio())
COST = Index("成本", Direction.LESS, D(50), D(40), Ratio())
VETOES = [Veto("injuries", Bound.AT_MOST, D(0)), Veto("attendance", Bound.AT_LEAST, D(95))]
FACTS = {"injuries": D(0), "attendance": D(95)}


def test_a_period() -> None:
    result = period_result([OUTPUT, COST], {"产量": D(90), "成本": D(40)}, VETOES, FACTS)
    assert (result.total, result.vetoed_by, result.missing) == (D("94.00"), (), ())
    assert result.explain() == Explanation(
        "period",
        "sum_of_indices",
        "94.00",
        {"points": "94.00"},
        (
            Explanation("index", "points", "54.00", {"index": "产量", "actual": "90"}),
            Explanation("index", "points", "40.00", {"index": "成本", "actual": "40", "uncut": "50.00"}),
        ),
    )


def test_a_veto_decides_whatever_is_still_missing() -> None:
    result = period_result([OUTPUT, COST], {"产量": D(90)}, VETOES, {"attendance": D("94.9")})
    assert (result.total, result.points, result.vetoed_by) == (Disqualified, D("54.00"), ("attendance",))
    assert result.explain().inputs == {
        "points": "54.00",
        "vetoed_by": "attendance",
        "missing": "成本, injuries",
    }


def test_what_is_not_reported_keeps_the_period_open() -> None:
    assert period_result([OUTPUT], {"产量": D(90)}, VETOES, {"injuries": D(0)}).missing == ("attendance",)
    assert period_result([OUTPUT], {}, [], {}).total is NotMarked


@pytest.mark.parametrize(
    ("rule", "ends", "total"),
    [
        (PeriodRule.SUM, False, D(170)),
        (PeriodRule.MEAN, False, D("56.67")),
        (PeriodRule.LAST, False, D(80)),
        (PeriodRule.SUM, True, Disqualified),
    ],
)
def test_periods(rule: PeriodRule, ends: bool, total: Mark) -> None:  # noqa: FBT001 - a column of the table
    assert unit_total([D(90), Disqualified, D(80)], rule, veto_ends_all=ends) == UnitTotal(total, (2,))


def test_the_last_period_vetoed_or_open() -> None:
    assert unit_total([D(90), Disqualified], PeriodRule.LAST) == UnitTotal(Disqualified, (2,))
    assert unit_total([D(90), NotMarked], PeriodRule.SUM) == UnitTotal(NotMarked, ())
    assert unit_total([], PeriodRule.SUM) == UnitTotal(NotMarked, ())


TEAMS = (Unit("甲", D(90), 10), Unit("乙", D(80), 30), Unit("丙", Disqualified, 10))


@pytest.mark.parametrize(
    ("how", "total"),
    [(RollUp.MEAN, "56.67"), (RollUp.WEIGHTED, "66.00"), (RollUp.SUM, "170.00")],
)
def test_from_teams_to_their_unit(how: RollUp, total: str) -> None:
    unit = roll_up(Unit("厂", parts=TEAMS), how)
    assert (unit.total, unit.people) == (D(total), 50)


def test_up_to_the_top_from_posted_totals() -> None:
    company = roll_up(Unit("公司", parts=(Unit("厂", parts=TEAMS), Unit("矿", D(60), 50))), RollUp.MEAN)
    assert [part.total for part in company.parts] == [D("56.67"), D(60)]
    assert company.total == D("58.34")


def test_a_team_without_result_keeps_its_unit_open() -> None:
    assert roll_up(Unit("厂", parts=(*TEAMS, Unit("丁"))), RollUp.SUM).total is NotMarked
    assert roll_up(Unit("厂", parts=(Unit("丁", Absent, 1),)), RollUp.SUM).total is NotMarked


def test_nobody_to_weigh_by() -> None:
    assert roll_up(Unit("厂", parts=(Unit("甲", D(90)),)), RollUp.WEIGHTED).total == D("0.00")


def index(formula: Formula, direction: Direction = Direction.MORE, target: int = 10, floor: int = 0) -> Index:
    return Index("x", direction, D(target), D(10), formula, floor=D(floor))


def steps(*pairs: tuple[int, int]) -> StepFormula:
    return StepFormula(tuple(IndexStep(D(at), D(points)) for at, points in pairs))


UNFIT: list[tuple[Index, list[str]]] = [
    (OUTPUT, []),
    (index(Ratio(), target=0), ["index_target_not_positive"]),
    (index(Ratio(), Direction.LESS, 0), []),
    (index(Ratio(), floor=11), ["index_floor_above_cap"]),
    (index(Deduct(D(1), D(0))), ["index_per_not_positive"]),
    (index(Deduct(D(1), D(1))), []),
    (index(steps()), ["steps_missing"]),
    (index(steps((9, 5), (8, 4))), []),
    (index(steps((8, 5), (9, 4))), ["index_steps_not_in_order"]),
    (index(steps((9, 5), (8, 5))), ["index_steps_not_in_order"]),
    (index(steps((1, 5), (3, 4)), Direction.LESS), []),
]


@pytest.mark.parametrize(("given_index", "codes"), UNFIT)
def test_indices_as_entered(given_index: Index, codes: list[str]) -> None:
    assert [problem.code for problem in given_index.problems()] == codes


@given(st.sampled_from([OUTPUT, COST]), st.integers(0, 300), st.integers(0, 300))
def test_nearer_the_better_end_never_gives_less(one: Index, first: int, second: int) -> None:
    worse, better = sorted((first, second), reverse=one.direction is Direction.LESS)
    assert index_points(one, D(better)).points >= index_points(one, D(worse)).points
