"""Points a rule can give against the maximum of its aspect."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from scoring.errors import Problem
from scoring.text import plain


def ceiling_problems(points: Sequence[Decimal], max_mark: Decimal) -> Iterator[Problem]:
    """points_above_maximum: a listed value exceeds the maximum; maximum_not_reachable: none attains it."""
    if not points:
        return
    best = max(points)
    data = {"points": plain(best), "maximum": plain(max_mark)}
    if best > max_mark:
        yield Problem("points_above_maximum", data)
    if best < max_mark:
        yield Problem("maximum_not_reachable", data)
