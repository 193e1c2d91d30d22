"""Raw totals on a scale whose median is 700. The official formula is not published, so it is a named strategy."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Final

from scoring.rounding import round_half_up
from scoring.statistics import MAD_TO_SD, mad, median

CENTRE: Final = 700
SPREAD: Final = 30


class ScaleStrategy(Enum):
    """RAW: the total as it is. MEDIAN_700_MAD: 700 + 30 x (raw - median) / (1.4826 x MAD); 700 for all when MAD is 0."""

    RAW = "raw"
    MEDIAN_700_MAD = "median_700_mad"


def scaled(totals: Mapping[str, Decimal], strategy: ScaleStrategy, places: int = 2) -> dict[str, Decimal]:
    """Points on the scale by entry; `totals` without absent and disqualified entries."""
    raw = {entry: Fraction(total) for entry, total in totals.items()}
    place = _STRATEGIES[strategy](list(raw.values())) if raw else _same
    return {entry: round_half_up(place(total), places) for entry, total in raw.items()}


def _same(total: Fraction) -> Fraction:
    return total


def _median_700_mad(totals: list[Fraction]) -> Callable[[Fraction], Fraction]:
    middle, spread = median(totals), mad(totals) * MAD_TO_SD
    return lambda total: CENTRE + (SPREAD * (total - middle) / spread if spread else Fraction())


_STRATEGIES: Final[Mapping[ScaleStrategy, Callable[[list[Fraction]], Callable[[Fraction], Fraction]]]] = {
    ScaleStrategy.RAW: lambda _: _same,
    ScaleStrategy.MEDIAN_700_MAD: _median_700_mad,
}
