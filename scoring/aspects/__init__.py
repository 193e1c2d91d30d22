"""Aspect rules: how a judge's raw value becomes points (docs/algorithms/marks.md)."""

from scoring.aspects.binary import Binary
from scoring.aspects.codec import aspect_rule_from_json, aspect_rule_to_json
from scoring.aspects.judgement import Judgement
from scoring.aspects.points_range import PointsRange
from scoring.aspects.raw import raw_from_text
from scoring.aspects.rule import AspectRule, check_raw, points_for
from scoring.aspects.steps import Step, Steps
from scoring.aspects.tolerance import Band, Tolerance

__all__ = [
    "AspectRule",
    "Band",
    "Binary",
    "Judgement",
    "PointsRange",
    "Step",
    "Steps",
    "Tolerance",
    "aspect_rule_from_json",
    "aspect_rule_to_json",
    "check_raw",
    "points_for",
    "raw_from_text",
]
