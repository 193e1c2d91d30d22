"""Checks every raw value passes before the rule of its aspect looks at it."""

import re
from decimal import Decimal
from typing import Final

from scoring.errors import invalid_mark

MAX_PLACES: Final = 6
MAX_WHOLE_DIGITS: Final = 9
MAX_TEXT: Final = 40
_NUMBER: Final = re.compile(r"-?(?=.{1,40}\Z)(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_FINEST: Final = Decimal(1).scaleb(-MAX_PLACES)


def checked(raw: Decimal) -> Decimal:
    """`raw` itself when finite, below 10⁹ in size and with at most 6 decimals: then all sums stay exact.

    Raises InvalidMark: mark_not_a_number, mark_too_large, mark_too_precise.
    """
    if not raw.is_finite():
        raise invalid_mark("mark_not_a_number", value=raw)
    if raw.adjusted() >= MAX_WHOLE_DIGITS:
        raise invalid_mark("mark_too_large", value=raw, limit=10**MAX_WHOLE_DIGITS)
    if raw.quantize(_FINEST) != raw:
        raise invalid_mark("mark_too_precise", value=raw, places=MAX_PLACES)
    return raw


def raw_from_text(text: str) -> Decimal:
    """A typed or transmitted raw value: digits with at most one point, no exponent. Raises as `checked` does."""
    if not _NUMBER.fullmatch(text):
        raise invalid_mark("mark_not_a_number", value=text[:MAX_TEXT])
    return checked(Decimal(text))
