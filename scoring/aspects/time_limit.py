"""Points for speed: full up to a target, nothing from a limit on, in a straight line between."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from scoring.aspects.raw import checked
from scoring.errors import Problem, invalid_mark
from scoring.rounding import WholeRounding, round_places
from scoring.text import plain

_ZERO = Decimal(0)
MAX_PLACES = 6


def checked_seconds(raw: Decimal) -> Decimal:
    """Raises InvalidMark time_negative, and as `raw.checked`."""
    if checked(raw) < 0:
        raise invalid_mark("time_negative", value=raw)
    return raw


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """Raw value, `target` and `limit` in seconds. Points are rounded to `places` decimals as `rounding` names it,
    for each judge, because a rule book words the rounding of a time and not that of a mean.
    """

    kind: ClassVar[str] = "time"
    divisor: ClassVar[int] = 1
    target: Decimal
    limit: Decimal
    places: int = 2
    rounding: WholeRounding = WholeRounding.HALF_UP

    def units(self, raw: Decimal, max_mark: Decimal) -> Decimal:
        """Points. Raises InvalidMark time_negative."""
        seconds = checked_seconds(raw)
        if seconds <= self.target:
            return max_mark
        if seconds >= self.limit:
            return _ZERO
        left = Fraction(self.limit - seconds) / Fraction(self.limit - self.target)
        return round_places(left * Fraction(max_mark), self.places, self.rounding)

    def problems(self, max_mark: Decimal) -> Iterator[Problem]:  # noqa: ARG002 - the target always gives the maximum
        if self.target < 0 or self.limit <= self.target:
            yield Problem(
                "time_limit_not_after_target", {"target": plain(self.target), "limit": plain(self.limit)}
            )
        if not 0 <= self.places <= MAX_PLACES:
            yield Problem("places_out_of_range", {"places": str(self.places), "allowed": str(MAX_PLACES)})
