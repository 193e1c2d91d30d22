"""The readable notation for measurement rules in the scheme workbook (docs/scheme-workbook.md).

One line of the cell may begin with a keyword; everything else in the cell is for the judge to read:

    tol 200 ±2 µm => 4; ±5 => 2; +3/-1 => 1      公差 …
    steps 0 => 4 no chip; 1 => 2 one chip        分档 …
    range 0..10 step 0.5                         范围 …
    timed 5:00..10:00                            计时 …      (contest_notation.py, and what follows)
    violation 2 most 6 disqualified 3            违规扣分 …
    free 0..10 places 1                          打分 …
    value mm                                     读数 …
    formula (A1.1 + A1.2) / 2                    公式 …
    best 2 of A1.1, A1.2, A1.3                   取优 …

Without such a line the aspect is yes or no.
"""

import re
from decimal import Decimal

from competition.domain.contest_notation import CONTEST_READERS
from competition.domain.notation_words import NUMBER, NotationError, half_width
from scoring.aspects import AspectRule, Band, Binary, PointsRange, Step, Steps, Tolerance

_KEYWORD = re.compile(
    rf"(tol|公差|steps|分档|range|范围|{'|'.join(CONTEST_READERS)})[\s:：]+(.*)", re.IGNORECASE
)
_RANGE = re.compile(rf"({NUMBER})\s*(?:\.\.|~|至)\s*({NUMBER})\s+(?:step|步长)\s*({NUMBER})")
_STEP = re.compile(rf"({NUMBER})\s*(?:=>|→)\s*({NUMBER})(?:\s+(.*))?")
_NOMINAL = re.compile(rf"(?P<value>{NUMBER})\s*(?P<unit>[^\d\s±+=→-]\S*)?\s*(?P<rest>.*)")
_LIMITS = re.compile(
    rf"(?:(?:±|\+/-)\s*(?P<within>{NUMBER})|\+(?P<plus>\d+(?:\.\d+)?)\s*/\s*-(?P<minus>\d+(?:\.\d+)?))"
    rf"\s*(?P<unit>[^\d\s=→]\S*)?\s*(?:=>|→)\s*(?P<points>{NUMBER})"
)


def rule_from_notation(text: str) -> AspectRule:
    """The rule of a measurement aspect. Raises NotationError, and InvalidRule for a faulty formula."""
    for line in text.splitlines():
        found = _KEYWORD.fullmatch(line.strip())
        if found:
            return _read(found[1].lower(), half_width(found[2]), line.strip())
    return Binary()


def _read(keyword: str, text: str, line: str) -> AspectRule:
    if keyword in {"range", "范围"}:
        return _range(text, line)
    if keyword in CONTEST_READERS:
        return CONTEST_READERS[keyword](text, line)
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


__all__ = ["NotationError", "rule_from_notation"]
