"""What a mark can be when it is not a number."""

from collections.abc import Iterable
from decimal import Decimal
from enum import Enum
from typing import Final, Literal, TypeAlias


class Special(Enum):
    """Absent is not zero, not yet marked is not absent, disqualified is neither. Values are wire codes."""

    NOT_MARKED = "not_marked"
    ABSENT = "absent"
    DISQUALIFIED = "disqualified"


NotMarked: Final[Literal[Special.NOT_MARKED]] = Special.NOT_MARKED
Absent: Final[Literal[Special.ABSENT]] = Special.ABSENT
Disqualified: Final[Literal[Special.DISQUALIFIED]] = Special.DISQUALIFIED

Mark: TypeAlias = Decimal | Special

_STRONGEST_FIRST = (Disqualified, Absent, NotMarked)


def strongest_special(marks: Iterable[Mark]) -> Special | None:
    """The special value that decides a whole made of these parts; None when every part is a number.

    Disqualified outweighs absent, absent outweighs not yet marked.
    """
    found = {mark for mark in marks if isinstance(mark, Special)}
    return next((special for special in _STRONGEST_FIRST if special in found), None)


def mark_to_text(mark: Mark) -> str:
    """A decimal in plain notation (never an exponent), or the wire code of the special value."""
    return mark.value if isinstance(mark, Special) else format(mark, "f")


def mark_from_text(text: str) -> Mark:
    """The inverse of `mark_to_text`. Raises `decimal.InvalidOperation` for anything else."""
    try:
        return Special(text)
    except ValueError:
        return Decimal(text)
