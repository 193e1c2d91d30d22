"""Points each judge gives freely between two limits."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from scoring.aspects.ceiling import ceiling_problems
from scoring.aspects.raw import MAX_PLACES, checked
from scoring.errors import Problem, invalid_mark
from scoring.rounding import round_half_up
from scoring.text import plain


@dataclass(frozen=True, slots=True)
class FreePoints:
    """Any number from `minimum` to `maximum` with at most `places` decimals."""

    kind: ClassVar[str] = "free"
    divisor: ClassVar[int] = 1
    minimum: Decimal
    maximum: Decimal
    places: int = 2

    def units(self, raw: Decimal, max_mark: Decimal) -> Decimal:  # noqa: ARG002 - the rule carries its maximum
        """Points. Raises InvalidMark mark_above_maximum, mark_below_minimum, mark_too_precise."""
        if checked(raw) > self.maximum:
            raise invalid_mark("mark_above_maximum", value=raw, maximum=self.maximum)
        if raw < self.minimum:
            raise invalid_mark("mark_below_minimum", value=raw, minimum=self.minimum)
        if round_half_up(raw, self.places) != raw:
            raise invalid_mark("mark_too_precise", value=raw, places=self.places)
        return raw

    def problems(self, max_mark: Decimal) -> Iterator[Problem]:
        if self.minimum >= self.maximum:
            data = {"minimum": plain(self.minimum), "maximum": plain(self.maximum)}
            yield Problem("range_empty", data)
        if not 0 <= self.places <= MAX_PLACES:
            yield Problem("places_out_of_range", {"places": str(self.places), "allowed": str(MAX_PLACES)})
        yield from ceiling_problems([self.maximum], max_mark)
