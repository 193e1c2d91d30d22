"""Aspect rules: how a judge's raw value becomes points (docs/algorithms/marks.md)."""

from scoring.aspects.best_of import BestOf
from scoring.aspects.binary import Binary
from scoring.aspects.codec import aspect_rule_from_json, aspect_rule_to_json
from scoring.aspects.formula_rule import FormulaRule
from scoring.aspects.free_points import FreePoints
from scoring.aspects.judgement import Judgement
from scoring.aspects.measure import Measure
from scoring.aspects.points_range import PointsRange
from scoring.aspects.raw import raw_from_text
from scoring.aspects.rule import COMPUTED_KINDS, AspectRule, DerivedRule, JudgedRule, check_raw, points_for
from scoring.aspects.steps import Step, Steps
from scoring.aspects.time_limit import TimeLimit
from scoring.aspects.time_steps import TimeStep, TimeSteps
from scoring.aspects.tolerance import Band, Tolerance
from scoring.aspects.violation import Violation

__all__ = [
    "COMPUTED_KINDS",
    "AspectRule",
    "Band",
    "BestOf",
    "Binary",
    "DerivedRule",
    "FormulaRule",
    "FreePoints",
    "JudgedRule",
    "Judgement",
    "Measure",
    "PointsRange",
    "Step",
    "Steps",
    "TimeLimit",
    "TimeStep",
    "TimeSteps",
    "Tolerance",
    "Violation",
    "aspect_rule_from_json",
    "aspect_rule_to_json",
    "check_raw",
    "points_for",
    "raw_from_text",
]
