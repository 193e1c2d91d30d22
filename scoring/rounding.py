"""The only place where scores are rounded."""

from decimal import ROUND_HALF_UP, Context, Decimal
from enum import Enum
from fractions import Fraction
from typing import Final

# Own contexts: a caller that changes the thread's decimal context cannot change a score.
EXACT: Final = Context(prec=60)
_ROUND: Final = Context(prec=60, rounding=ROUND_HALF_UP)
_STEPS: Final = tuple(Decimal(1).scaleb(-places) for places in range(13))


def round_half_up(value: Decimal | Fraction, places: int = 2) -> Decimal:
    """Rounded to `places` (0..12) decimals; a tie goes away from zero, as contest rules say.

    A fraction is judged on its exact value, so 1/3 + 1/6 is a tie and 0.4999… is not.
    """
    if isinstance(value, Decimal):
        return value.quantize(_STEPS[places], ROUND_HALF_UP, _ROUND)
    return _STEPS[places] * _nearest(value * 10**places)


def _nearest(value: Fraction) -> int:
    whole = (2 * abs(value.numerator) + value.denominator) // (2 * value.denominator)
    return whole if value >= 0 else -whole


class WholeRounding(Enum):
    """How a share of the field becomes a number of people, and points a rule rounds by itself."""

    HALF_UP = "half_up"
    UP = "up"
    DOWN = "down"


def round_whole(value: Fraction, rounding: WholeRounding) -> int:
    """A non-negative value as a whole number."""
    if rounding is WholeRounding.HALF_UP:
        return _nearest(value)
    return -(-value.numerator // value.denominator) if rounding is WholeRounding.UP else int(value)


def round_places(value: Fraction, places: int, rounding: WholeRounding) -> Decimal:
    """A non-negative value at `places` (0..12) decimals, rounded as `rounding` names it."""
    return _STEPS[places] * round_whole(value * 10**places, rounding)
