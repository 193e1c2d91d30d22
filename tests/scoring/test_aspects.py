from contextlib import suppress
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.aspects import (
    AspectRule,
    Band,
    FreePoints,
    Judgement,
    PointsRange,
    Step,
    Steps,
    TimeLimit,
    TimeStep,
    TimeSteps,
    Tolerance,
    Violation,
    aspect_rule_from_json,
    aspect_rule_to_json,
    check_raw,
    points_for,
    raw_from_text,
)
from scoring.errors import InvalidMark, InvalidRule
from tests.scoring.schemes import BENCHMARKS, binary, judgement, steps, ten_points, tolerance

RULES: list[dict[str, Any]] = [
    {"kind": "binary"},
    {
        "kind": "steps",
        "steps": [
            {"value": "0", "points": "0", "label": "缺陷"},
            {"value": "1", "points": "2.5", "label": ""},
        ],
    },
    {
        "kind": "tolerance",
        "nominal": "200",
        "unit": "µm",
        "bands": [{"within": "2", "points": "4"}, {"plus": "5", "minus": "3", "points": "2"}],
    },
    {"kind": "range", "min": "0", "max": "10", "step": "0.5"},
    {"kind": "judgement", "benchmarks": ["a", "b", "c", "d"], "max_spread": 1},
    {"kind": "free", "min": "60", "max": "100", "places": 1},
    {"kind": "time", "target": "600", "limit": "900", "places": 1, "rounding": "down"},
    {"kind": "time_steps", "steps": [{"within": "600", "points": "4"}]},
    {"kind": "violation", "each": "2", "most": None, "disqualifies_at": 3},
    {"kind": "violation", "each": "2", "most": "6", "disqualifies_at": None},
    {"kind": "measure", "unit": "mm"},
    {"kind": "formula", "formula": "max(A1, A2)", "floor": "-1", "replaces": False},
    {"kind": "best_of", "count": 2, "of": ["A1", "A2", "A3"], "replaces": True},
]


@pytest.mark.parametrize("data", RULES, ids=lambda data: data["kind"])
def test_rules_survive_the_database(data: dict[str, Any]) -> None:
    assert aspect_rule_to_json(aspect_rule_from_json(data["kind"], data)) == data


def test_unknown_kind() -> None:
    with pytest.raises(InvalidRule) as raised:
        aspect_rule_from_json("guess", {})
    assert raised.value.data == {
        "kind": "guess",
        "known": "binary, steps, tolerance, range, judgement, free, time, time_steps, violation, measure, formula, best_of",
    }


@pytest.mark.parametrize(
    "rule",
    [
        binary,
        steps,
        tolerance,
        ten_points,
        judgement,
        TimeLimit(Decimal(600), Decimal(900)),
        TimeSteps((TimeStep(Decimal(60), Decimal(10)),)),
        FreePoints(Decimal(0), Decimal(10)),
    ],
    ids=lambda rule: rule.kind,
)
@given(raw=st.decimals(allow_nan=True, allow_infinity=True))
def test_a_rule_gives_points_within_its_maximum_or_says_why_not(rule: AspectRule, raw: Decimal) -> None:
    maximum = Decimal(10)
    outcome = points_or_refusal(rule, maximum, raw)
    if isinstance(outcome, InvalidMark):
        assert outcome.code.startswith(("mark_", "judgement_", "time_"))
        assert len(outcome.data["value"]) < 100
    else:
        assert 0 <= outcome <= maximum


def points_or_refusal(rule: AspectRule, maximum: Decimal, raw: Decimal) -> Decimal | InvalidMark:
    try:
        return points_for(rule, maximum, raw)
    except InvalidMark as error:
        return error


@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-999999999, max_value=999999999)
)
def test_every_measurable_number_can_be_typed(raw: Decimal) -> None:
    assert raw_from_text(format(raw, "f")) == raw


@given(st.text(max_size=60))
def test_typed_text_is_a_number_or_refused(text: str) -> None:
    with suppress(InvalidMark):
        assert raw_from_text(text).is_finite()


def test_check_raw_is_silent_for_an_allowed_value() -> None:
    check_raw(ten_points, Decimal(10), Decimal("9.5"))
    with pytest.raises(InvalidMark, match="mark_above_maximum"):
        check_raw(ten_points, Decimal(10), Decimal(11))


@given(st.lists(st.decimals(190, 210, places=3), min_size=2, max_size=2))
def test_nearer_the_nominal_value_never_gives_less(measured: list[Decimal]) -> None:
    near, far = sorted(measured, key=lambda value: abs(value - 200))
    assert points_for(tolerance, Decimal(4), near) >= points_for(tolerance, Decimal(4), far)


def band(limit: str, points: str) -> Band:
    return Band(Decimal(limit), Decimal(limit), Decimal(points))


def time_steps(*pairs: tuple[str, str]) -> TimeSteps:
    return TimeSteps(tuple(TimeStep(Decimal(within), Decimal(points)) for within, points in pairs))


UNFIT: list[tuple[AspectRule, list[str]]] = [
    (steps, []),
    (Steps(()), ["steps_missing"]),
    (
        Steps((Step(Decimal(1), Decimal(3)), Step(Decimal("1.0"), Decimal(1)))),
        ["step_values_repeat"],
    ),
    (Steps((Step(Decimal(1), Decimal(4)),)), ["points_above_maximum"]),
    (Steps((Step(Decimal(1), Decimal(2)),)), ["maximum_not_reachable"]),
    (Tolerance(Decimal(1), "mm", ()), ["bands_missing"]),
    (Tolerance(Decimal(1), "mm", (band("-1", "3"),)), ["band_negative"]),
    (Tolerance(Decimal(1), "mm", (band("2", "3"), band("1", "1"))), ["bands_not_in_order"]),
    (Tolerance(Decimal(1), "mm", (band("1", "3"), band("2", "3"))), ["bands_not_in_order"]),
    (PointsRange(Decimal(3), Decimal(3), Decimal(1)), ["range_empty"]),
    (PointsRange(Decimal(0), Decimal(3), Decimal(0)), ["range_step_not_positive"]),
    (PointsRange(Decimal(0), Decimal(3), Decimal(2)), ["range_step_misses_maximum"]),
    (PointsRange(Decimal(0), Decimal(3), Decimal(1)), []),
    (Judgement(BENCHMARKS[:3]), ["judgement_without_benchmarks"]),
    (Judgement((*BENCHMARKS[:3], " ")), ["judgement_without_benchmarks"]),
    (Judgement(BENCHMARKS, max_spread=4), ["judgement_spread_out_of_range"]),
    (judgement, []),
    (binary, []),
    (TimeLimit(Decimal(600), Decimal(900)), []),
    (TimeLimit(Decimal(600), Decimal(600)), ["time_limit_not_after_target"]),
    (TimeLimit(Decimal(-1), Decimal(600), places=7), ["time_limit_not_after_target", "places_out_of_range"]),
    (TimeSteps(()), ["steps_missing"]),
    (time_steps(("600", "3"), ("900", "1")), []),
    (time_steps(("600", "3"), ("600", "1")), ["time_steps_not_in_order"]),
    (time_steps(("600", "3"), ("900", "3")), ["time_steps_not_in_order"]),
    (FreePoints(Decimal(0), Decimal(3)), []),
    (FreePoints(Decimal(3), Decimal(3), places=-1), ["range_empty", "places_out_of_range"]),
    (Violation(Decimal(2)), ["violation_with_maximum"]),
]


@pytest.mark.parametrize(("rule", "codes"), UNFIT)
def test_rules_unfit_for_an_aspect_of_three_points(rule: AspectRule, codes: list[str]) -> None:
    assert [problem.code for problem in rule.problems(Decimal(3))] == codes


def test_a_range_with_a_step_of_zero_takes_any_points_within() -> None:
    assert points_for(
        PointsRange(Decimal(0), Decimal(3), Decimal(0)), Decimal(3), Decimal("1.234")
    ) == Decimal("1.234")


@given(st.lists(st.integers(0, 2000), min_size=2, max_size=2))
def test_faster_never_gives_less(seconds: list[int]) -> None:
    fast, slow = sorted(seconds)
    rule = TimeLimit(Decimal(600), Decimal(900))
    assert points_for(rule, Decimal(7), Decimal(fast)) >= points_for(rule, Decimal(7), Decimal(slow))


@pytest.mark.parametrize(
    ("rule", "codes"),
    [
        (Violation(Decimal(2), Decimal(6), 3), []),
        (Violation(Decimal(0), None, 1), []),
        (Violation(Decimal(0)), ["violation_without_effect"]),
        (Violation(Decimal(-1), None, 1), ["violation_without_effect"]),
        (Violation(Decimal(2), Decimal(1)), ["violation_most_below_each"]),
        (Violation(Decimal(2), None, 0), ["violation_count_not_positive"]),
    ],
)
def test_violations_unfit_for_an_aspect_without_points(rule: Violation, codes: list[str]) -> None:
    assert [problem.code for problem in rule.problems(Decimal(0))] == codes


def test_a_violation_that_never_disqualifies() -> None:
    assert not Violation(Decimal(2)).disqualifies(Decimal(99))
