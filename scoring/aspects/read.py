"""Aspect rules from stored JSON, one reader a kind."""

from collections.abc import Callable, Mapping
from typing import Final

from scoring.aspects.best_of import BestOf
from scoring.aspects.binary import Binary
from scoring.aspects.formula_rule import FormulaRule
from scoring.aspects.free_points import FreePoints
from scoring.aspects.judgement import Judgement
from scoring.aspects.measure import Measure
from scoring.aspects.points_range import PointsRange
from scoring.aspects.rule import AspectRule
from scoring.aspects.steps import Step, Steps
from scoring.aspects.time_limit import TimeLimit
from scoring.aspects.time_steps import TimeStep, TimeSteps
from scoring.aspects.tolerance import Band, Tolerance
from scoring.aspects.violation import Violation
from scoring.json_fields import (
    Json,
    choice_of,
    decimal_of,
    flag_of,
    objects_of,
    optional_decimal_of,
    optional_whole_of,
    text_of,
    texts_of,
    whole_of,
)
from scoring.rounding import WholeRounding


def _steps(data: Json) -> Steps:
    return Steps(
        tuple(
            Step(decimal_of(item, "value"), decimal_of(item, "points"), text_of(item, "label", ""))
            for item in objects_of(data, "steps")
        )
    )


def _tolerance(data: Json) -> Tolerance:
    bands = tuple(map(_band, objects_of(data, "bands")))
    return Tolerance(decimal_of(data, "nominal"), text_of(data, "unit", ""), bands)


def _band(item: Json) -> Band:
    points = decimal_of(item, "points")
    if "within" in item:
        within = decimal_of(item, "within")
        return Band(within, within, points)
    return Band(decimal_of(item, "plus"), decimal_of(item, "minus"), points)


def _range(data: Json) -> PointsRange:
    return PointsRange(decimal_of(data, "min"), decimal_of(data, "max"), decimal_of(data, "step"))


def _judgement(data: Json) -> Judgement:
    return Judgement(texts_of(data, "benchmarks"), whole_of(data, "max_spread", 1))


def _free(data: Json) -> FreePoints:
    return FreePoints(decimal_of(data, "min"), decimal_of(data, "max"), whole_of(data, "places", 2))


def _time(data: Json) -> TimeLimit:
    return TimeLimit(
        decimal_of(data, "target"),
        decimal_of(data, "limit"),
        whole_of(data, "places", 2),
        choice_of(data, "rounding", WholeRounding, "half_up"),
    )


def _time_steps(data: Json) -> TimeSteps:
    steps = (
        TimeStep(decimal_of(item, "within"), decimal_of(item, "points")) for item in objects_of(data, "steps")
    )
    return TimeSteps(tuple(steps))


def _violation(data: Json) -> Violation:
    return Violation(
        decimal_of(data, "each"),
        optional_decimal_of(data, "most"),
        optional_whole_of(data, "disqualifies_at"),
    )


def _formula(data: Json) -> FormulaRule:
    floor = decimal_of(data, "floor", "0")
    return FormulaRule.of(text_of(data, "formula"), floor, replaces=flag_of(data, "replaces", default=True))


def _best_of(data: Json) -> BestOf:
    return BestOf(whole_of(data, "count"), texts_of(data, "of"), flag_of(data, "replaces", default=True))


READERS: Final[Mapping[str, Callable[[Json], AspectRule]]] = {
    Binary.kind: lambda _: Binary(),
    Steps.kind: _steps,
    Tolerance.kind: _tolerance,
    PointsRange.kind: _range,
    Judgement.kind: _judgement,
    FreePoints.kind: _free,
    TimeLimit.kind: _time,
    TimeSteps.kind: _time_steps,
    Violation.kind: _violation,
    Measure.kind: lambda data: Measure(text_of(data, "unit", "")),
    FormulaRule.kind: _formula,
    BestOf.kind: _best_of,
}
