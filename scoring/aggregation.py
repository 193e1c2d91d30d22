"""One value from the marks of a panel (docs/algorithms/aggregation.md)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Final, TypeAlias

from scoring.errors import invalid_rule
from scoring.rounding import EXACT
from scoring.values import Absent, Disqualified, Mark, NotMarked, Special

MIN_LEFT_AFTER_TRIM: Final = 3


class Aggregation(Enum):
    MEAN = "mean"
    MEDIAN = "median"
    TRIMMED_MEAN = "trimmed_mean"
    SUM = "sum"
    MAX = "max"


@dataclass(frozen=True, slots=True)
class BestN:
    """The mean of the `count` highest marks; of all when there are fewer."""

    count: int

    @property
    def value(self) -> str:
        return f"best_{self.count}"


PanelRule: TypeAlias = Aggregation | BestN
_BEST: Final = re.compile(r"best_([1-9][0-9]?)")


def panel_rule_from_text(text: str) -> PanelRule:
    """`mean`, …, or `best_3`: the inverse of `PanelRule.value`. Raises InvalidRule aggregation_unknown."""
    best = _BEST.fullmatch(text)
    if best:
        return BestN(int(best[1]))
    try:
        return Aggregation(text)
    except ValueError:
        known = ", ".join([*(how.value for how in Aggregation), "best_N"])
        raise invalid_rule("aggregation_unknown", aggregation=text, known=known) from None


# Looking a member up on its enum costs as much as adding two decimals, and this is the innermost loop.
_MEAN: Final = Aggregation.MEAN
_MEDIAN: Final = Aggregation.MEDIAN
_TRIMMED_MEAN: Final = Aggregation.TRIMMED_MEAN
_SUM: Final = Aggregation.SUM
_ZERO: Final = Decimal(0)


@dataclass(frozen=True, slots=True)
class PanelValue:
    """`value` is not rounded; `provisional` is the value of the marks present, None when there are none.

    `complete` is False while a mark is awaited; `marked` counts the marks given, special ones included;
    `disputed` is True when some judges marked an entrant whom others call absent.
    """

    value: Mark
    provisional: Decimal | None
    complete: bool
    marked: int
    disputed: bool = False


def aggregate(marks: Sequence[Mark], how: PanelRule, divisor: int = 1) -> PanelValue:
    """The panel's value of `marks` (one per judge of the panel), each mark being `divisor` times the points.

    One Disqualified disqualifies. Absent counts only when every judge of the panel says so; a panel that
    disagrees stays NotMarked and disputed. Any NotMarked, or an empty panel, leaves the value NotMarked.
    """
    numbers = [mark for mark in marks if not isinstance(mark, Special)]
    if numbers and len(numbers) == len(marks):
        value = aggregate_numbers(numbers, how, divisor)
        return PanelValue(value, value, complete=True, marked=len(marks))
    provisional = aggregate_numbers(numbers, how, divisor) if numbers else None
    marked = sum(mark is not NotMarked for mark in marks)
    if Disqualified in marks:
        return PanelValue(Disqualified, provisional, complete=True, marked=marked)
    if numbers and Absent in marks:
        return PanelValue(NotMarked, provisional, complete=False, marked=marked, disputed=True)
    if not marks or marked < len(marks):
        return PanelValue(NotMarked, provisional, complete=False, marked=marked)
    return PanelValue(Absent, None, complete=True, marked=marked)


def aggregate_numbers(numbers: Sequence[Decimal], how: PanelRule, divisor: int = 1) -> Decimal:
    """The value of at least one number, divided exactly once, so that a tie in rounding is met exactly."""
    count = len(numbers)
    if how is _TRIMMED_MEAN and is_trimmed(count):
        return _divided(sum(numbers, _ZERO) - max(numbers) - min(numbers), (count - 2) * divisor)
    if how is _TRIMMED_MEAN or how is _MEAN:
        return _divided(sum(numbers, _ZERO), count * divisor)
    if how is _MEDIAN:
        ordered = sorted(numbers)
        return _divided(ordered[(count - 1) // 2] + ordered[count // 2], 2 * divisor)
    if isinstance(how, BestN):
        best = sorted(numbers, reverse=True)[: how.count]
        return _divided(sum(best, _ZERO), len(best) * divisor)
    return _divided(sum(numbers, _ZERO) if how is _SUM else max(numbers), divisor)


def is_trimmed(count: int) -> bool:
    """Whether a trimmed mean of `count` marks drops highest and lowest: only when three marks remain."""
    return count - 2 >= MIN_LEFT_AFTER_TRIM


def trimmed_out(numbers: Sequence[Decimal]) -> tuple[int, int] | None:
    """Positions of the one highest and one lowest mark that a trimmed mean drops (first of equals)."""
    if not is_trimmed(len(numbers)):
        return None
    highest = numbers.index(max(numbers))
    rest = [position for position in range(len(numbers)) if position != highest]
    return highest, min(rest, key=lambda position: numbers[position])


def left_out(numbers: Sequence[Decimal], how: PanelRule) -> dict[int, str]:
    """Positions of the marks the panel's value leaves out: dropped_highest, dropped_lowest, not_among_best."""
    if isinstance(how, BestN):
        order = sorted(range(len(numbers)), key=lambda position: -numbers[position])
        return dict.fromkeys(order[how.count :], "not_among_best")
    out = trimmed_out(numbers) if how is _TRIMMED_MEAN else None
    return {} if out is None else {out[0]: "dropped_highest", out[1]: "dropped_lowest"}


def _divided(numerator: Decimal, denominator: int) -> Decimal:
    return numerator if denominator == 1 else EXACT.divide(numerator, Decimal(denominator))
