"""From teams to their unit and further up."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from scoring.rounding import round_half_up
from scoring.values import Disqualified, Mark, NotMarked, Special


class RollUp(Enum):
    """MEAN of the parts, WEIGHTED mean by the number of people, or SUM."""

    MEAN = "mean"
    WEIGHTED = "weighted"
    SUM = "sum"


@dataclass(frozen=True, slots=True)
class Unit:
    """A team has a `total` and `people`; a unit has `parts`, and its people are theirs."""

    name: str
    total: Mark = NotMarked
    people: int = 0
    parts: tuple["Unit", ...] = ()


def roll_up(unit: Unit, how: RollUp) -> Unit:
    """The same tree with the totals of all units, each made of its parts' totals as posted (two decimals).

    A vetoed part adds 0 and keeps its people; a part without a result keeps its unit open.
    """
    if not unit.parts:
        return unit
    parts = tuple(roll_up(part, how) for part in unit.parts)
    people = sum(part.people for part in parts)
    return Unit(unit.name, _total(parts, people, how), people, parts)


def _total(parts: tuple[Unit, ...], people: int, how: RollUp) -> Mark:
    if any(isinstance(part.total, Special) and part.total is not Disqualified for part in parts):
        return NotMarked
    points = [Fraction(0 if isinstance(part.total, Special) else part.total) for part in parts]
    if how is RollUp.SUM:
        return round_half_up(sum(points, Fraction()))
    if how is RollUp.MEAN:
        return round_half_up(sum(points, Fraction()) / len(points))
    if not people:
        return Decimal("0.00")
    return round_half_up(
        sum((value * part.people for value, part in zip(points, parts, strict=True)), Fraction()) / people
    )
