"""Points taken off for a violation, up to disqualification (违规扣分)."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from scoring.aspects.raw import checked
from scoring.errors import Problem, invalid_mark
from scoring.text import plain


@dataclass(frozen=True, slots=True)
class Violation:
    """The raw value is how often it happened; each time takes `each` points off, never more than `most`.

    From `disqualifies_at` times on the entrant is put out, whatever the points are.
    """

    kind: ClassVar[str] = "violation"
    divisor: ClassVar[int] = 1
    each: Decimal
    most: Decimal | None = None
    disqualifies_at: int | None = None

    def units(self, raw: Decimal, max_mark: Decimal) -> Decimal:  # noqa: ARG002 - nothing can be gained here
        """Points, 0 or less. Raises InvalidMark mark_below_minimum, mark_not_whole."""
        if checked(raw) < 0:
            raise invalid_mark("mark_below_minimum", value=raw, minimum=0)
        if raw % 1:
            raise invalid_mark("mark_not_whole", value=raw)
        taken = raw * self.each
        return 0 - (taken if self.most is None else min(taken, self.most))

    def disqualifies(self, raw: Decimal) -> bool:
        return self.disqualifies_at is not None and raw >= self.disqualifies_at

    def problems(self, max_mark: Decimal) -> Iterator[Problem]:
        if max_mark:
            yield Problem("violation_with_maximum", {"max_mark": plain(max_mark)})
        if self.each < 0 or (self.each == 0 and self.disqualifies_at is None):
            yield Problem("violation_without_effect", {"each": plain(self.each)})
        if self.most is not None and self.most < self.each:
            yield Problem("violation_most_below_each", {"most": plain(self.most), "each": plain(self.each)})
        if self.disqualifies_at is not None and self.disqualifies_at < 1:
            yield Problem("violation_count_not_positive", {"disqualifies_at": str(self.disqualifies_at)})
