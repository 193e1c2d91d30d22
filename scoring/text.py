"""Decimals as the texts of messages; the tablet's port writes the same ones."""

from decimal import Context, Decimal
from typing import Final

_WIDE: Final = Context(prec=60)


def plain(value: Decimal) -> str:
    """Plain notation without an exponent or trailing zeros: 10, 0.5, -2."""
    return format(_WIDE.normalize(value), "f")
