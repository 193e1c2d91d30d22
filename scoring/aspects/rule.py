"""From a judge's raw value to points."""

from decimal import Decimal
from typing import Final, TypeAlias

from scoring.aspects.best_of import BestOf
from scoring.aspects.binary import Binary
from scoring.aspects.formula_rule import FormulaRule
from scoring.aspects.free_points import FreePoints
from scoring.aspects.judgement import Judgement
from scoring.aspects.measure import Measure
from scoring.aspects.points_range import PointsRange
from scoring.aspects.steps import Steps
from scoring.aspects.time_limit import TimeLimit
from scoring.aspects.time_steps import TimeSteps
from scoring.aspects.tolerance import Tolerance
from scoring.aspects.violation import Violation
from scoring.rounding import EXACT

JudgedRule: TypeAlias = (
    Binary
    | Steps
    | Tolerance
    | PointsRange
    | Judgement
    | FreePoints
    | TimeLimit
    | TimeSteps
    | Violation
    | Measure
)
DerivedRule: TypeAlias = FormulaRule | BestOf
"""Computed from other aspects of the module; no judge marks it."""
AspectRule: TypeAlias = JudgedRule | DerivedRule
COMPUTED_KINDS: Final = (FormulaRule.kind, BestOf.kind)
"""The kinds of DerivedRule, for those who read stored rules without building them."""


def points_for(rule: AspectRule, max_mark: Decimal, raw: Decimal) -> Decimal:
    """One judge's points, not rounded (judgement: up to 60 digits). Raises InvalidMark."""
    units = rule.units(raw, max_mark)
    return units if rule.divisor == 1 else EXACT.divide(units, Decimal(rule.divisor))


def check_raw(rule: AspectRule, max_mark: Decimal, raw: Decimal) -> None:
    """Raises InvalidMark when a judge may not give `raw` on an aspect with this rule."""
    rule.units(raw, max_mark)
