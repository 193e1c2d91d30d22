"""Best of nation, and the table of nations by medal points."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from scoring.worldskills.medals import Medal, MedalWinner

MEDAL_POINTS: Final[Mapping[Medal, int]] = {
    Medal.GOLD: 4,
    Medal.SILVER: 3,
    Medal.BRONZE: 2,
    Medal.EXCELLENCE: 1,
}


@dataclass(frozen=True, slots=True)
class NationRow:
    """Counts by medal; equal medal points share a rank."""

    nation: str
    rank: int
    points: int
    medals: Mapping[Medal, int]


def best_of_nation(points: Mapping[str, Decimal], nations: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Entries with the most points on the scale, by nation and over all events; several when they are equal.

    Points are comparable between events because each event is scaled by its own field.
    """
    best: dict[str, list[str]] = {}
    for entry, value in sorted(points.items()):
        winners = best.setdefault(nations[entry], [entry])
        if value > points[winners[0]]:
            winners[:] = [entry]
        elif value == points[winners[0]] and entry not in winners:
            winners.append(entry)
    return {nation: tuple(entries) for nation, entries in sorted(best.items())}


def nation_table(
    winners: Iterable[MedalWinner],
    nations: Mapping[str, str],
    medal_points: Mapping[Medal, int] = MEDAL_POINTS,
) -> tuple[NationRow, ...]:
    """Nations by the sum of their medal points; `nations` names the nation of each entry, also those without a medal."""
    medals: dict[str, dict[Medal, int]] = {nation: dict.fromkeys(Medal, 0) for nation in nations.values()}
    for winner in winners:
        medals[nations[winner.entry]][winner.medal] += 1
    points = {
        nation: sum(medal_points[medal] * count for medal, count in counts.items())
        for nation, counts in medals.items()
    }
    ordered = sorted(points.values(), reverse=True)
    rows = [
        NationRow(nation, ordered.index(points[nation]) + 1, points[nation], medals[nation])
        for nation in medals
    ]
    return tuple(sorted(rows, key=lambda row: (row.rank, row.nation)))
