"""What the parts of the rule notation share: numbers, signs of both scripts, times."""

import re
from decimal import Decimal
from typing import Final

NUMBER: Final = r"[+-]?\d+(?:\.\d+)?"
TIME: Final = r"(?:\d+:[0-5]\d(?:\.\d+)?|\d+(?:\.\d+)?)"
_SIGNS: Final = str.maketrans("；：＝＞－＋／", ";:=>-+/")
_FORMULA_SIGNS: Final = str.maketrans("（），、＊×÷［］", "(),,**/[]")
_TIME: Final = re.compile(r"(?:(\d+):)?(\d+(?:\.\d+)?)")


class NotationError(ValueError):
    """A line that begins with a keyword but cannot be read; `line` is that line."""

    def __init__(self, line: str) -> None:
        super().__init__(line)
        self.line = line


def half_width(text: str) -> str:
    return text.translate(_SIGNS).replace("−", "-").strip().rstrip(";").rstrip()


def formula_signs(text: str) -> str:
    """Only where no words for the judge stand in the line: there a full-width comma is wanted."""
    return text.translate(_FORMULA_SIGNS)


def seconds_of(text: str) -> Decimal:
    """Of a text that matches TIME: `90`, `1:30` or `1:30.5`."""
    found = _TIME.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return Decimal(found[1] or 0) * 60 + Decimal(found[2])
