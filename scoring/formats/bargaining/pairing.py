"""Power pairing: teams with like points meet, nobody meets twice, both sides are played in turn."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from scoring.errors import invalid_rule
from scoring.formats.bargaining.side import Side


@dataclass(frozen=True, slots=True)
class Team:
    """`side` where a team always speaks for the same side (a street union, an enterprise); None where sides change."""

    name: str
    points: Decimal = Decimal(0)
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class Played:
    labour: str
    employer: str


@dataclass(frozen=True, slots=True)
class Pairing:
    """`free`: the team that has no match this round, None when all have one."""

    matches: tuple[Played, ...]
    free: str | None


def next_round(teams: Sequence[Team], played: Sequence[Played], had_free: Sequence[str] = ()) -> Pairing:
    """`teams` in seed order (the lot); the same arguments always give the same pairing.

    From the top of the table each team gets the next one below that it has not met. Where that leaves somebody without an
    opponent the latest choice is taken back. The lowest team that has not been free yet is free in an odd field. Raises
    InvalidRule pairing_impossible when every pairing would repeat a match.
    """
    order = sorted(teams, key=lambda team: -team.points)
    history = _History(teams, played)
    for free in _free_candidates(order, had_free):
        field = tuple(team for team in order if team is not free)
        found = _pair(field, history, set())
        if found is not None:
            matches = tuple(history.seated(first, second) for first, second in found)
            return Pairing(matches, free.name if free else None)
    raise invalid_rule("pairing_impossible", teams=len(teams), played=len(played))


_Pairs: TypeAlias = list[tuple[Team, Team]]


class _History:
    def __init__(self, teams: Sequence[Team], played: Sequence[Played]) -> None:
        self.met = {frozenset((match.labour, match.employer)) for match in played}
        self.surplus = {team.name: 0 for team in teams}
        self.last: dict[str, Side] = {}
        for match in played:
            self.surplus[match.labour] = self.surplus.get(match.labour, 0) + 1
            self.surplus[match.employer] = self.surplus.get(match.employer, 0) - 1
            self.last[match.labour], self.last[match.employer] = Side.LABOUR, Side.EMPLOYER

    def may_meet(self, first: Team, second: Team) -> bool:
        one_side = first.side is not None and first.side is second.side
        return not one_side and frozenset((first.name, second.name)) not in self.met

    def seated(self, first: Team, second: Team) -> Played:
        """Labour is the team that has been it less often; then who was employer last; then the one higher up."""
        if first.side or second.side:
            swap = first.side is Side.EMPLOYER or second.side is Side.LABOUR
        elif self.surplus[first.name] != self.surplus[second.name]:
            swap = self.surplus[first.name] > self.surplus[second.name]
        else:
            swap = self.last.get(first.name) is Side.LABOUR and self.last.get(second.name) is not Side.LABOUR
        return Played(second.name, first.name) if swap else Played(first.name, second.name)


def _free_candidates(order: Sequence[Team], had_free: Sequence[str]) -> list[Team | None]:
    if len(order) % 2 == 0:
        return [None]
    lowest_first = list(order)[::-1]
    return [*sorted(lowest_first, key=lambda team: list(had_free).count(team.name))]


def _pair(field: tuple[Team, ...], history: _History, dead: set[tuple[str, ...]]) -> _Pairs | None:
    """`dead`: remainders known to have no pairing, so that each is tried once."""
    if not field:
        return []
    names = tuple(team.name for team in field)
    if names in dead:
        return None
    for position in range(1, len(field)):
        if history.may_meet(field[0], field[position]):
            rest = _pair(field[1:position] + field[position + 1 :], history, dead)
            if rest is not None:
                return [(field[0], field[position]), *rest]
    dead.add(names)
    return None
