"""Points typed by the judge within limits."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from typing import ClassVar

from scoring.aspects.ceiling import ceiling_problems
from scoring.aspects.raw import checked
from scoring.errors import Problem, invalid_mark
from scoring.text import plain


@dataclass(frozen=True, slots=True)
class PointsRange:
    """Points from `minimum` to `maximum` in steps counted from `minimum` (an item may have a minimum).

    A deduction is a range from a negative minimum to 0 on an aspect whose maximum mark is 0.
    """

    kind: ClassVar[str] = "range"
    divisor: ClassVar[int] = 1
    minimum: Decimal
    maximum: Decimal
    step: Decimal

    def units(self, raw: Decimal, max_mark: Decimal) -> Decimal:  # noqa: ARG002 - the range carries its maximum
        """Points. Raises InvalidMark mark_above_maximum, mark_below_minimum, mark_off_step."""
        if checked(raw) > self.maximum:
            raise invalid_mark("mark_above_maximum", value=raw, maximum=self.maximum)
        if raw < self.minimum:
            raise invalid_mark("mark_below_minimum", value=raw, minimum=self.minimum)
        if self.step > 0 and (raw - self.minimum) % self.step:
            lower = self._step_below(raw)
            upper = min(lower + self.step, self.maximum)
            raise invalid_mark("mark_off_step", value=raw, step=self.step, lower=lower, upper=upper)
        return raw

    def _step_below(self, raw: Decimal) -> Decimal:
        return self.minimum + ((raw - self.minimum) / self.step).to_integral_value(ROUND_FLOOR) * self.step

    def problems(self, max_mark: Decimal) -> Iterator[Problem]:
        data = {"minimum": plain(self.minimum), "maximum": plain(self.maximum), "step": plain(self.step)}
        if self.minimum >= self.maximum:
            yield Problem("range_empty", data)
        if self.step <= 0:
            yield Problem("range_step_not_positive", data)
        elif (self.maximum - self.minimum) % self.step:
            yield Problem("range_step_misses_maximum", data)
        yield from ceiling_problems([self.maximum], max_mark)
