"""Aspect rules as stored JSON."""

from decimal import Decimal

from scoring.aspects.best_of import BestOf
from scoring.aspects.formula_rule import FormulaRule
from scoring.aspects.free_points import FreePoints
from scoring.aspects.judgement import Judgement
from scoring.aspects.measure import Measure
from scoring.aspects.points_range import PointsRange
from scoring.aspects.rule import AspectRule, DerivedRule
from scoring.aspects.steps import Steps
from scoring.aspects.time_limit import TimeLimit
from scoring.aspects.time_steps import TimeSteps
from scoring.aspects.tolerance import Band, Tolerance
from scoring.aspects.violation import Violation


def fields_of(rule: AspectRule) -> dict[str, object]:
    """Everything but the kind."""
    match rule:
        case Steps(steps):
            return {
                "steps": [{"value": _t(s.value), "points": _t(s.points), "label": s.label} for s in steps]
            }
        case Tolerance(nominal, unit, bands):
            return {"nominal": _t(nominal), "unit": unit, "bands": [_band(band) for band in bands]}
        case PointsRange(minimum, maximum, step):
            return {"min": _t(minimum), "max": _t(maximum), "step": _t(step)}
        case Judgement(benchmarks, max_spread):
            return {"benchmarks": list(benchmarks), "max_spread": max_spread}
        case FormulaRule() | BestOf():
            return _derived(rule)
    return _counted(rule)


def _counted(rule: AspectRule) -> dict[str, object]:
    match rule:
        case FreePoints(minimum, maximum, places):
            return {"min": _t(minimum), "max": _t(maximum), "places": places}
        case TimeLimit(target, limit, places, rounding):
            return {"target": _t(target), "limit": _t(limit), "places": places, "rounding": rounding.value}
        case TimeSteps(steps):
            return {"steps": [{"within": _t(step.within), "points": _t(step.points)} for step in steps]}
        case Violation(each, most, disqualifies_at):
            most_text = None if most is None else _t(most)
            return {"each": _t(each), "most": most_text, "disqualifies_at": disqualifies_at}
        case Measure(unit):
            return {"unit": unit}
    return {}


def _derived(rule: DerivedRule) -> dict[str, object]:
    if isinstance(rule, FormulaRule):
        return {"formula": rule.text, "floor": _t(rule.floor), "replaces": rule.replaces}
    return {"count": rule.count, "of": list(rule.sources), "replaces": rule.replaces}


def _band(band: Band) -> dict[str, str]:
    if band.plus == band.minus:
        return {"within": _t(band.plus), "points": _t(band.points)}
    return {"plus": _t(band.plus), "minus": _t(band.minus), "points": _t(band.points)}


def _t(value: Decimal) -> str:
    return format(value, "f")
