"""A measured value that gives no points by itself: formulas read it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from scoring.aspects.raw import checked
from scoring.errors import Problem
from scoring.text import plain


@dataclass(frozen=True, slots=True)
class Measure:
    """The value in `unit`, as read; a panel's value keeps six decimals."""

    kind: ClassVar[str] = "measure"
    divisor: ClassVar[int] = 1
    unit: str = ""

    def units(self, raw: Decimal, max_mark: Decimal) -> Decimal:  # noqa: ARG002 - never points
        """The value itself. Raises InvalidMark as `raw.checked`."""
        return checked(raw)

    def problems(self, max_mark: Decimal) -> Iterator[Problem]:
        if max_mark:
            yield Problem("measure_with_maximum", {"max_mark": plain(max_mark)})
