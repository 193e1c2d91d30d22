"""What a judge might enter for an aspect, given how good the work is. Seeded, so a rehearsal can be repeated."""

from collections.abc import Mapping
from decimal import Decimal
from random import Random
from typing import Any

WOBBLE = 0.08  # how far judges differ about the same work, as a share of the maximum


def skill_of(work_code: str, seed: int = 0) -> float:
    """0…1; the same work is as good for every judge and in every module."""
    return min(0.99, max(0.2, Random(f"{seed}:{work_code}").gauss(0.74, 0.13)))  # noqa: S311


def plausible_value(rule: Mapping[str, Any], skill: float, chance: Random) -> str:
    """The raw value as text: points, a measure, seconds, a count, a step, 0–3 or 1 for yes, always one that the
    rule accepts. Not for COMPUTED_KINDS, which nobody marks.
    """
    felt = min(1.0, max(0.0, chance.gauss(skill, WOBBLE)))
    match rule["kind"]:
        case "judgement":
            return str(min(3, int(felt * 3 + 0.5)))
        case "steps":
            return _step(rule["steps"], felt)
        case "tolerance":
            return _measure(rule, felt, chance)
        case "range":
            return _points(Decimal(rule["min"]), Decimal(rule["max"]), Decimal(rule["step"]), felt)
        case "free":
            step = Decimal(1).scaleb(-min(1, int(rule["places"])))
            return _points(Decimal(rule["min"]), Decimal(rule["max"]), step, felt)
    return _counted(rule, felt, chance)


def _counted(rule: Mapping[str, Any], felt: float, chance: Random) -> str:
    match rule["kind"]:
        case "time":
            return _between(Decimal(rule["target"]), Decimal(rule["limit"]), 1 - felt)
        case "time_steps":
            return _between(
                Decimal(rule["steps"][0]["within"]) / 2, Decimal(rule["steps"][-1]["within"]), 1 - felt
            )
        case "violation":
            return "1" if chance.random() > 0.5 + felt / 2 else "0"
        case "measure":
            return _between(Decimal(5), Decimal(15), felt)
    return "1" if chance.random() < felt else "0"


def _between(low: Decimal, high: Decimal, share: float) -> str:
    return str((low + (high - low) * Decimal(str(round(share, 3)))).quantize(Decimal("0.1")))


def _step(steps: list[Mapping[str, Any]], felt: float) -> str:
    by_points = sorted(steps, key=lambda step: Decimal(step["points"]))
    return str(by_points[round(felt * (len(by_points) - 1))]["value"])


def _measure(rule: Mapping[str, Any], felt: float, chance: Random) -> str:
    """The better the work, the nearer to the nominal; poor work falls outside the widest band."""
    widest = max(Decimal(band.get("within") or max(band["plus"], band["minus"])) for band in rule["bands"])
    off = widest * Decimal(str(round((1 - felt) * 2.2, 2)))
    side = 1 if chance.random() < 0.5 else -1  # noqa: PLR2004
    return str((Decimal(rule["nominal"]) + side * off).quantize(Decimal("0.01")))


def _points(low: Decimal, high: Decimal, step: Decimal, felt: float) -> str:
    steps = int((high - low) / step * Decimal(str(felt)) + Decimal("0.5"))
    return str(min(high, low + step * steps))
