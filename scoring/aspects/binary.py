"""Measurement, yes or no."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from scoring.aspects.raw import checked
from scoring.errors import Problem, invalid_mark

_ZERO = Decimal(0)
_NO_AND_YES = (_ZERO, Decimal(1))


@dataclass(frozen=True, slots=True)
class Binary:
    """Raw 1 gives the full mark, raw 0 nothing (WorldSkills measurement)."""

    kind: ClassVar[str] = "binary"
    divisor: ClassVar[int] = 1

    def units(self, raw: Decimal, max_mark: Decimal) -> Decimal:
        """Points. Raises InvalidMark mark_not_yes_or_no."""
        if raw.is_finite() and raw in _NO_AND_YES:
            return max_mark if raw else _ZERO
        raise invalid_mark("mark_not_yes_or_no", value=checked(raw))

    def problems(self, max_mark: Decimal) -> Iterator[Problem]:  # noqa: ARG002 - nothing can be wrong here
        """What makes this rule unfit for an aspect of `max_mark`."""
        yield from ()
