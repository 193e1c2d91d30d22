"""Aspect rules as the JSON that the database stores and the tablet reads."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from scoring.aspects.binary import Binary
from scoring.aspects.judgement import Judgement
from scoring.aspects.points_range import PointsRange
from scoring.aspects.rule import AspectRule
from scoring.aspects.steps import Step, Steps
from scoring.aspects.tolerance import Band, Tolerance
from scoring.errors import invalid_rule
from scoring.json_fields import Json, decimal_of, objects_of, text_of, texts_of, whole_of


def aspect_rule_from_json(kind: str, data: Json) -> AspectRule:
    """The rule stored as `data`; `kind` is binary, steps, tolerance, range or judgement.

    `{"steps":[{"value","points","label"}]}`, `{"nominal","unit","bands":[{"within","points"}]}` (a band may
    have "plus" and "minus" in place of "within"), `{"min","max","step"}`, `{"benchmarks":[4 texts],"max_spread":1}`.
    Raises InvalidRule: rule_kind_unknown or the codes of `json_fields`.
    """
    reader = _READERS.get(kind)
    if reader is None:
        raise invalid_rule("rule_kind_unknown", kind=kind, known=", ".join(_READERS))
    return reader(data)


def aspect_rule_to_json(rule: AspectRule) -> dict[str, object]:
    """The inverse of `aspect_rule_from_json`, with "kind" inside."""
    return {"kind": rule.kind, **_fields(rule)}


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


_READERS: Mapping[str, Callable[[Json], AspectRule]] = {
    Binary.kind: lambda _: Binary(),
    Steps.kind: _steps,
    Tolerance.kind: _tolerance,
    PointsRange.kind: _range,
    Judgement.kind: _judgement,
}


def _fields(rule: AspectRule) -> dict[str, object]:
    match rule:
        case Steps(steps):
            return {
                "steps": [{"value": _t(s.value), "points": _t(s.points), "label": s.label} for s in steps]
            }
        case Tolerance(nominal, unit, bands):
            return {"nominal": _t(nominal), "unit": unit, "bands": [_band_fields(band) for band in bands]}
        case PointsRange(minimum, maximum, step):
            return {"min": _t(minimum), "max": _t(maximum), "step": _t(step)}
        case Judgement(benchmarks, max_spread):
            return {"benchmarks": list(benchmarks), "max_spread": max_spread}
    return {}


def _band_fields(band: Band) -> dict[str, str]:
    if band.plus == band.minus:
        return {"within": _t(band.plus), "points": _t(band.points)}
    return {"plus": _t(band.plus), "minus": _t(band.minus), "points": _t(band.points)}


def _t(value: Decimal) -> str:
    return format(value, "f")
