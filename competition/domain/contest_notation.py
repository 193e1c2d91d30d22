"""Notation of times, violations, free points, values to read, and of what is computed from other aspects."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from competition.domain.notation_words import NUMBER, TIME, NotationError, formula_signs, seconds_of
from scoring.aspects import (
    AspectRule,
    BestOf,
    FormulaRule,
    FreePoints,
    Measure,
    TimeLimit,
    TimeStep,
    TimeSteps,
    Violation,
)
from scoring.rounding import WholeRounding

_PLACES: Final = r"(?:\s+(?:places|小数)\s*(?P<places>\d))?"
_LIMIT: Final = re.compile(
    rf"(?P<target>{TIME})\s*(?:\.\.|~|至)\s*(?P<limit>{TIME}){_PLACES}(?:\s+(?P<rounding>up|down|进位|舍去))?"
)
_TIME_STEP: Final = re.compile(rf"(?P<within>{TIME})\s*(?:=>|→)\s*(?P<points>{NUMBER})")
_VIOLATION: Final = re.compile(
    rf"(?P<each>{NUMBER})(?:\s+(?:most|最多)\s*(?P<most>{NUMBER}))?(?:\s+(?:disqualified|取消资格)\s*(?P<out>\d+))?"
)
_FREE: Final = re.compile(rf"(?P<low>{NUMBER})\s*(?:\.\.|~|至)\s*(?P<high>{NUMBER}){_PLACES}")
_OPTION: Final = re.compile(rf"(?:(?:floor|下限)\s*(?P<floor>{NUMBER})|(?P<extra>added|另计))")
_BEST: Final = re.compile(r"(?P<count>\d+)\s*(?:of|于)\s*(?P<codes>.+)")
_ROUNDINGS: Final = {
    "up": WholeRounding.UP,
    "进位": WholeRounding.UP,
    "down": WholeRounding.DOWN,
    "舍去": WholeRounding.DOWN,
}


def _timed(text: str, line: str) -> AspectRule:
    if "=>" in text or "→" in text:
        return _time_steps(text, line)
    found = _matched(_LIMIT, text, line)
    return TimeLimit(
        seconds_of(found["target"]),
        seconds_of(found["limit"]),
        int(found["places"] or 2),
        _ROUNDINGS.get(found["rounding"] or "", WholeRounding.HALF_UP),
    )


def _time_steps(text: str, line: str) -> TimeSteps:
    found = [_matched(_TIME_STEP, part.strip(), line) for part in text.split(";")]
    return TimeSteps(tuple(TimeStep(seconds_of(step["within"]), Decimal(step["points"])) for step in found))


def _violation(text: str, line: str) -> Violation:
    found = _matched(_VIOLATION, text, line)
    return Violation(
        Decimal(found["each"]),
        Decimal(found["most"]) if found["most"] else None,
        int(found["out"]) if found["out"] else None,
    )


def _free(text: str, line: str) -> FreePoints:
    found = _matched(_FREE, text, line)
    return FreePoints(Decimal(found["low"]), Decimal(found["high"]), int(found["places"] or 2))


def _value(text: str, line: str) -> Measure:
    return Measure(_matched(re.compile(r"\S*"), text, line)[0])


def _formula(text: str, line: str) -> FormulaRule:
    """Raises InvalidRule when the formula itself is faulty."""
    formula, *options = (part.strip() for part in formula_signs(text).split(";"))
    floor, replaces = _options(options, line)
    return FormulaRule.of(formula, floor, replaces=replaces)


def _best(text: str, line: str) -> BestOf:
    choice, *options = (part.strip() for part in formula_signs(text).split(";"))
    floor, replaces = _options(options, line)
    found = _matched(_BEST, choice, line)
    if floor:
        raise NotationError(line)
    return BestOf(int(found["count"]), tuple(re.split(r"[\s,]+", found["codes"].strip(", "))), replaces)


def _options(parts: list[str], line: str) -> tuple[Decimal, bool]:
    found = [_matched(_OPTION, part, line) for part in parts]
    floors = [Decimal(option["floor"]) for option in found if option["floor"]]
    return sum(floors, Decimal(0)), not any(option["extra"] for option in found)


def _matched(pattern: re.Pattern[str], text: str, line: str) -> re.Match[str]:
    found = pattern.fullmatch(text)
    if found is None:
        raise NotationError(line)
    return found


CONTEST_READERS: Final[Mapping[str, Callable[[str, str], AspectRule]]] = {
    "timed": _timed,
    "计时": _timed,
    "violation": _violation,
    "违规扣分": _violation,
    "free": _free,
    "打分": _free,
    "value": _value,
    "读数": _value,
    "formula": _formula,
    "公式": _formula,
    "best": _best,
    "取优": _best,
}
