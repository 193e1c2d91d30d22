"""Cells as a person names them: column letters, and values as text."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TypeAlias

# Spreadsheets keep 15 significant digits; an ID number typed as a number has lost its last three.
EXACT_BELOW = 10**15
Value: TypeAlias = int | float | str | bool | time | date | datetime | timedelta


def letters(column: int) -> str:
    """1 → A, 27 → AA."""
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found


def column_number(name: str) -> int:
    """The column of `AA12`, or of `AA`; 0 when there are no letters."""
    number = 0
    for character in name:
        if not "A" <= character <= "Z":
            break
        number = number * 26 + ord(character) - 64
    return number


def as_text(value: Value) -> str:
    """What the cell holds, trimmed; whole numbers without a decimal point, never an exponent."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return format(Decimal(int(value)) if value.is_integer() else Decimal(repr(value)), "f")
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value).strip()


def lost_digits(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) >= EXACT_BELOW
