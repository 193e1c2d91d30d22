"""The readable notation for measurement rules in the scheme workbook (docs/scheme-workbook.md).

One line of the cell may begin with a keyword; everything else in the cell is for the judge to read:

    tol 200 ±2 µm => 4; ±5 => 2; +3/-1 => 1      公差 …
    steps 0 => 4 no chip; 1 => 2 one chip        分档 …
    range 0..10 step 0.5                         范围 …

Without such a line the aspect is yes or no.
"""

import re
from decimal import Decimal

from scoring.aspects import AspectRule, Band, Binary, PointsRange, Step, Steps, Tolerance

_NUMBER = r"[+-]?\d+(?:\.\d+)?"
_KEYWORD = re.compile(r"(tol|公差|steps|分档|range|范围)[\s:：]+(.*)", re.IGNORECASE)
_RANGE = re.compile(rf"({_NUMBER})\s*(?:\.\.|~|至)\s*({_NUMBER})\s+(?:step|步长)\s*({_NUMBER})")
_STEP = re.compile(rf"({_NUMBER})\s*(?:=>|→)\s*({_NUMBER})(?:\s+(.*))?")
_NOMINAL = re.compile(rf"(?P<value>{_NUMBER})\s*(?P<unit>[^\d\s±+=→-]\S*)?\s*(?P<rest>.*)")
_LIMITS = re.compile(
    rf"(?:(?:±|\+/-)\s*(?P<within>{_NUMBER})|\+(?P<plus>\d+(?:\.\d+)?)\s*/\s*-(?P<minus>\d+(?:\.\d+)?))"
    rf"\s*(?P<unit>[^\d\s=→]\S*)?\s*(?:=>|→)\s*(?P<points>{_NUMBER})"
)


class NotationError(ValueError):
    """A line that begins with a keyword but cannot be read; `line` is that line."""

    def __init__(self, line: str) -> None:
        super().__init__(line)
        self.line = line


def rule_from_notation(text: str) -> AspectRule:
    """The rule of a measurement aspect. Raises NotationError."""
    for line in text.splitlines():
        found = _KEYWORD.fullmatch(line.strip())
        if found:
            return _read(found[1].lower(), _plain(found[2]), line.strip())
    return Binary()


def _plain(text: str) -> str:
    return text.translate(str.maketrans("；：＝＞－＋／", ";:=>-+/")).replace("−", "-").strip().rstrip(";")


def _read(keyword: str, text: str, line: str) -> AspectRule:
    if keyword in {"range", "范围"}:
        return _range(text, line)
    parts = [part.strip() for part in text.split(";")]
    return _steps(parts, line) if keyword in {"steps", "分档"} else _tolerance(parts, line)


def _range(text: str, line: str) -> PointsRange:
    found = _RANGE.fullmatch(text)
    if not found:
        raise NotationError(line)
    return PointsRange(Decimal(found[1]), Decimal(found[2]), Decimal(found[3]))


def _steps(parts: list[str], line: str) -> Steps:
    found = [_STEP.fullmatch(part) for part in parts]
    steps = tuple(Step(Decimal(part[1]), Decimal(part[2]), (part[3] or "").strip()) for part in found if part)
    if len(steps) < len(parts):
        raise NotationError(line)
    return Steps(steps)


def _tolerance(parts: list[str], line: str) -> Tolerance:
    """The nominal value stands before the first band; the unit behind it or behind any limits."""
    nominal = _NOMINAL.fullmatch(parts[0])
    if not nominal:
        raise NotationError(line)
    found = [_LIMITS.fullmatch(part.strip()) for part in (nominal["rest"], *parts[1:])]
    bands = tuple(_band(part) for part in found if part)
    if len(bands) < len(parts):
        raise NotationError(line)
    units = [nominal["unit"], *(part["unit"] for part in found if part)]
    return Tolerance(Decimal(nominal["value"]), next(filter(None, units), ""), bands)


def _band(found: re.Match[str]) -> Band:
    plus = Decimal(found["within"] or found["plus"])
    minus = Decimal(found["within"] or found["minus"])
    return Band(plus, minus, Decimal(found["points"]))
