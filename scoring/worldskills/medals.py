"""Medals with ties. Source: WorldSkills competition rules, tied medals; a tie is a difference of 2 points at most."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Final


class Medal(Enum):
    GOLD = "gold"
    SILVER = "silver"
    BRONZE = "bronze"
    EXCELLENCE = "medallion_for_excellence"


@dataclass(frozen=True, slots=True)
class MedalRules:
    """`tie`: the largest difference that still ties; `excellence`: the least points for the medallion."""

    tie: Decimal = Decimal(2)
    excellence: Decimal = Decimal(700)


@dataclass(frozen=True, slots=True)
class MedalWinner:
    """`reason`: first, tied_with_first, next, tied_with_next, within_tie_of_last (a bronze that is only given so close
    behind the last gold or silver), at_least_excellence.
    """

    entry: str
    points: Decimal
    medal: Medal
    reason: str


TWO: Final = 2
_Scored = tuple[Decimal, str]


def give_medals(points: Mapping[str, Decimal], rules: MedalRules = MedalRules()) -> tuple[MedalWinner, ...]:
    """Best first. A group ties with its best: all within `tie` of it share its medal. Otherwise nobody could stand
    within 2 points of the last of three golds without being a gold, and the rule names such a bronze.
    """
    field = sorted(((-value, entry) for entry, value in points.items()))
    ordered = [(-value, entry) for value, entry in field]
    golds = _group(ordered, rules.tie)
    rest = ordered[len(golds) :]
    silvers = _group(rest, rules.tie) if len(golds) == 1 else []
    rest = rest[len(silvers) :]
    bronzes, why = _bronzes(golds, silvers, rest, rules.tie)
    others = [one for one in rest[len(bronzes) :] if one[0] >= rules.excellence]
    return (
        *_won(golds, Medal.GOLD, "first", "tied_with_first"),
        *_won(silvers, Medal.SILVER, "next", "tied_with_next"),
        *_won(bronzes, Medal.BRONZE, *why),
        *_won(others, Medal.EXCELLENCE, "at_least_excellence", "at_least_excellence"),
    )


def _group(ordered: Sequence[_Scored], tie: Decimal) -> list[_Scored]:
    return [one for one in ordered if ordered[0][0] - one[0] <= tie]


def _bronzes(
    golds: Sequence[_Scored], silvers: Sequence[_Scored], rest: Sequence[_Scored], tie: Decimal
) -> tuple[list[_Scored], tuple[str, str]]:
    """Three golds or two silvers have used up the places of the medals: then bronze is only for the very near."""
    if len(golds) > TWO or len(silvers) >= TWO:
        last = (silvers or golds)[-1][0]
        return [one for one in rest if last - one[0] <= tie], ("within_tie_of_last", "within_tie_of_last")
    return _group(rest, tie), ("next", "tied_with_next")


def _won(group: Sequence[_Scored], medal: Medal, first: str, other: str) -> list[MedalWinner]:
    return [
        MedalWinner(entry, value, medal, other if position else first)
        for position, (value, entry) in enumerate(group)
    ]
