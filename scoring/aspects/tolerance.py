"""Measurement against a nominal value."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import ClassVar

from scoring.aspects.ceiling import ceiling_problems
from scoring.aspects.raw import checked
from scoring.errors import Problem
from scoring.text import plain

_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Band:
    """`points` while nominal - minus ≤ measured ≤ nominal + plus; both limits belong to the band."""

    plus: Decimal
    minus: Decimal
    points: Decimal


@dataclass(frozen=True, slots=True)
class Tolerance:
    """The first band that holds the measured value gives the points; outside all of them, zero.

    `nominal` and the limits are in `unit` (µm, mm, g, s …), which is the unit the judge reads and types.
    """

    kind: ClassVar[str] = "tolerance"
    divisor: ClassVar[int] = 1
    nominal: Decimal
    unit: str
    bands: tuple[Band, ...]

    def units(self, raw: Decimal, max_mark: Decimal) -> Decimal:  # noqa: ARG002 - the bands carry the points
        """Points. Raises InvalidMark only for what is no usable number (see `raw.checked`)."""
        deviation = checked(raw) - self.nominal
        for band in self.bands:
            if -band.minus <= deviation <= band.plus:
                return band.points
        return _ZERO

    def problems(self, max_mark: Decimal) -> Iterator[Problem]:
        if not self.bands:
            yield Problem("bands_missing")
        if any(band.plus < 0 or band.minus < 0 for band in self.bands):
            yield Problem("band_negative")
        for inner, outer in pairwise(self.bands):
            if outer.plus < inner.plus or outer.minus < inner.minus or outer.points >= inner.points:
                yield Problem("bands_not_in_order", {"points": plain(outer.points)})
        yield from ceiling_problems([band.points for band in self.bands], max_mark)
