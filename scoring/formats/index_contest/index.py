"""One index: what was reached against what was planned, as points."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from itertools import pairwise
from typing import TypeAlias

from scoring.errors import Problem
from scoring.rounding import WholeRounding, round_half_up, round_whole
from scoring.text import plain


class Direction(Enum):
    """MORE is better (output, quality) or LESS is (cost, accidents)."""

    MORE = "more"
    LESS = "less"


@dataclass(frozen=True, slots=True)
class Ratio:
    """Full points x actual / target; where less is better, full points x target / actual."""


@dataclass(frozen=True, slots=True)
class IndexStep:
    """`points` from `at` on, in the index's direction, `at` included."""

    at: Decimal
    points: Decimal


@dataclass(frozen=True, slots=True)
class StepFormula:
    """The first step that is reached, best first; none gives 0."""

    steps: tuple[IndexStep, ...]


@dataclass(frozen=True, slots=True)
class Deduct:
    """Full points less `points` for every `per` by which the target is missed. `rounding` turns a begun `per` into a
    whole one (UP) or drops it (DOWN); None takes off in proportion.
    """

    points: Decimal
    per: Decimal
    rounding: WholeRounding | None = None


Formula: TypeAlias = Ratio | StepFormula | Deduct


@dataclass(frozen=True, slots=True)
class Index:
    """`cap` is the most points (None: full points; above them a surplus is rewarded), `floor` the fewest."""

    name: str
    direction: Direction
    target: Decimal
    full_points: Decimal
    formula: Formula
    cap: Decimal | None = None
    floor: Decimal = Decimal(0)

    @property
    def most(self) -> Decimal:
        return self.full_points if self.cap is None else self.cap

    def problems(self) -> Iterator[Problem]:
        """What is wrong with the index as entered."""
        if self.floor > self.most:
            yield Problem("index_floor_above_cap", {"floor": plain(self.floor), "cap": plain(self.most)})
        if isinstance(self.formula, Ratio) and self.direction is Direction.MORE and self.target <= 0:
            yield Problem("index_target_not_positive", {"target": plain(self.target)})
        if isinstance(self.formula, Deduct) and self.formula.per <= 0:
            yield Problem("index_per_not_positive", {"per": plain(self.formula.per)})
        if isinstance(self.formula, StepFormula):
            yield from self._step_problems(self.formula.steps)

    def _step_problems(self, steps: tuple[IndexStep, ...]) -> Iterator[Problem]:
        if not steps:
            yield Problem("steps_missing")
        for better, worse in pairwise(steps):
            if not _reached(better.at, worse.at, self.direction) or better.points <= worse.points:
                yield Problem("index_steps_not_in_order", {"at": plain(worse.at)})


@dataclass(frozen=True, slots=True)
class IndexResult:
    """`points` at two decimals between floor and cap; `uncut` what the formula gave, None when it has no value."""

    name: str
    actual: Decimal
    points: Decimal
    uncut: Decimal | None


def index_points(index: Index, actual: Decimal) -> IndexResult:
    """Where less is better and nothing happened (actual 0 or less), a ratio gives the cap."""
    exact = _exact(index, actual)
    if exact is None:
        return IndexResult(index.name, actual, round_half_up(index.most), None)
    cut = min(max(exact, Fraction(index.floor)), Fraction(index.most))
    return IndexResult(index.name, actual, round_half_up(cut), round_half_up(exact))


def _exact(index: Index, actual: Decimal) -> Fraction | None:
    full, formula = Fraction(index.full_points), index.formula
    if isinstance(formula, Ratio):
        return _ratio(index, Fraction(actual), Fraction(index.target))
    if isinstance(formula, StepFormula):
        reached = (step.points for step in formula.steps if _reached(actual, step.at, index.direction))
        return Fraction(next(reached, Decimal(0)))
    missed = index.target - actual if index.direction is Direction.MORE else actual - index.target
    units = Fraction(max(missed, Decimal(0))) / Fraction(formula.per)
    times = units if formula.rounding is None else round_whole(units, formula.rounding)
    return full - times * Fraction(formula.points)


def _ratio(index: Index, actual: Fraction, target: Fraction) -> Fraction | None:
    full = Fraction(index.full_points)
    if index.direction is Direction.MORE:
        return full * actual / target
    return full * target / actual if actual > 0 else None


def _reached(actual: Decimal, at: Decimal, direction: Direction) -> bool:
    return actual >= at if direction is Direction.MORE else actual <= at
