"""Decimals as the texts of messages; the tablet's port writes the same ones."""

from decimal import Context, Decimal
from typing import Final

MAX_DIGITS: Final = 60
_WIDE: Final = Context(prec=MAX_DIGITS)


def plain(value: Decimal) -> str:
    """Plain notation without an exponent or trailing zeros: 10, 0.5, -2. What is no usable number as it is."""
    if not value.is_finite() or abs(value.adjusted()) > MAX_DIGITS:
        return str(value)
    return format(_WIDE.normalize(value), "f")
