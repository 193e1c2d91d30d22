"""Grading of units (评估定级): focus points scored, a class A, B or C by thresholds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from scoring.errors import Problem, invalid_mark
from scoring.explanation import Explanation
from scoring.values import Mark, NotMarked, mark_to_text


@dataclass(frozen=True, slots=True)
class FocusPoint:
    code: str
    full: Decimal


@dataclass(frozen=True, slots=True)
class UnitClass:
    """From `least` points in all; `each` is the least percent of every single focus point (None: not asked).

    `measures` is what follows from the class, carried as data.
    """

    name: str
    least: Decimal
    each: Decimal | None = None
    measures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grade:
    """`total` is NotMarked and `unit_class` None while a focus point is missing. `held_back_by`: focus points that kept
    the unit out of a better class which its total would have reached.
    """

    total: Mark
    unit_class: UnitClass | None
    held_back_by: tuple[str, ...]
    missing: tuple[str, ...]

    def explain(self, points: Mapping[str, Decimal]) -> Explanation:
        steps = tuple(
            Explanation("focus_point", "points", mark_to_text(value), {"focus_point": code})
            for code, value in points.items()
        )
        inputs = {"class": self.unit_class.name if self.unit_class else ""}
        if self.held_back_by:
            inputs["held_back_by"] = ", ".join(self.held_back_by)
        return Explanation("unit", "sum_of_focus_points", mark_to_text(self.total), inputs, steps)


def grade(
    focus_points: Sequence[FocusPoint], classes: Sequence[UnitClass], points: Mapping[str, Decimal]
) -> Grade:
    """`classes` from the best down; the last one takes everybody whatever its threshold.

    Raises InvalidMark focus_point_unknown, mark_above_maximum, mark_below_minimum.
    """
    _check(focus_points, points)
    missing = tuple(focus.code for focus in focus_points if focus.code not in points)
    if missing:
        return Grade(NotMarked, None, (), missing)
    total = sum(points.values(), Decimal(0))
    held_back: tuple[str, ...] = ()
    for unit_class in classes[:-1]:
        if total < unit_class.least:
            continue
        weak = _weak(focus_points, points, unit_class)
        if not weak:
            return Grade(total, unit_class, held_back, ())
        held_back = held_back or weak
    return Grade(total, classes[-1], held_back, ())


def class_problems(classes: Sequence[UnitClass]) -> list[Problem]:
    """classes_missing; class_thresholds_not_falling with the name of the worse class."""
    if not classes:
        return [Problem("classes_missing")]
    return [
        Problem("class_thresholds_not_falling", {"class": worse.name})
        for better, worse in pairwise(classes)
        if worse.least >= better.least
    ]


def _weak(
    focus_points: Sequence[FocusPoint], points: Mapping[str, Decimal], unit_class: UnitClass
) -> tuple[str, ...]:
    each = unit_class.each
    if each is None:
        return ()
    return tuple(focus.code for focus in focus_points if points[focus.code] * 100 < each * focus.full)


def _check(focus_points: Sequence[FocusPoint], points: Mapping[str, Decimal]) -> None:
    full = {focus.code: focus.full for focus in focus_points}
    for code, value in points.items():
        if code not in full:
            raise invalid_mark("focus_point_unknown", focus_point=code)
        if value > full[code]:
            raise invalid_mark("mark_above_maximum", value=value, maximum=full[code])
        if value < 0:
            raise invalid_mark("mark_below_minimum", value=value, minimum=0)
