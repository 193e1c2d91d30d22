"""Measurement in steps: the judge picks one of the values the sheet lists."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from scoring.aspects.ceiling import ceiling_problems
from scoring.aspects.raw import checked
from scoring.errors import Problem, invalid_mark
from scoring.text import plain


@dataclass(frozen=True, slots=True)
class Step:
    value: Decimal
    points: Decimal
    label: str = ""


@dataclass(frozen=True, slots=True)
class Steps:
    """The raw value must be one of the listed ones; each gives its own points (WorldSkills measurement)."""

    kind: ClassVar[str] = "steps"
    divisor: ClassVar[int] = 1
    steps: tuple[Step, ...]

    def units(self, raw: Decimal, max_mark: Decimal) -> Decimal:  # noqa: ARG002 - the steps carry the points
        """Points. Raises InvalidMark mark_not_a_step with the values allowed, comma separated."""
        for step in self.steps if raw.is_finite() else ():
            if step.value == raw:
                return step.points
        allowed = ", ".join(plain(step.value) for step in self.steps)
        raise invalid_mark("mark_not_a_step", value=checked(raw), allowed=allowed)

    def problems(self, max_mark: Decimal) -> Iterator[Problem]:
        values = [step.value for step in self.steps]
        if not values:
            yield Problem("steps_missing")
        if len(set(values)) < len(values):
            yield Problem("step_values_repeat", {"values": ", ".join(map(plain, values))})
        yield from ceiling_problems([step.points for step in self.steps], max_mark)
