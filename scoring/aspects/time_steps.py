"""Points for speed, in steps."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import ClassVar

from scoring.aspects.ceiling import ceiling_problems
from scoring.aspects.time_limit import checked_seconds
from scoring.errors import Problem
from scoring.text import plain

_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class TimeStep:
    """`points` up to and including `within` seconds."""

    within: Decimal
    points: Decimal


@dataclass(frozen=True, slots=True)
class TimeSteps:
    """The first step that the time keeps within gives the points; after the last one, zero."""

    kind: ClassVar[str] = "time_steps"
    divisor: ClassVar[int] = 1
    steps: tuple[TimeStep, ...]

    def units(self, raw: Decimal, max_mark: Decimal) -> Decimal:  # noqa: ARG002 - the steps carry the points
        """Points. Raises InvalidMark time_negative."""
        seconds = checked_seconds(raw)
        return next((step.points for step in self.steps if seconds <= step.within), _ZERO)

    def problems(self, max_mark: Decimal) -> Iterator[Problem]:
        if not self.steps:
            yield Problem("steps_missing")
        for faster, slower in pairwise(self.steps):
            if slower.within <= faster.within or slower.points >= faster.points:
                yield Problem("time_steps_not_in_order", {"within": plain(slower.within)})
        yield from ceiling_problems([step.points for step in self.steps], max_mark)
