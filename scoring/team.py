"""Teams and organisations from the results of their members (docs/algorithms/teams.md)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from scoring.standings import StandingRow, Standings, rank
from scoring.ties import TIME, TOTAL, LastRule, LastRuleLike, TieKey, TieKeyKind
from scoring.values import Absent, Mark, NotMarked, Special

PRIZE_POINTS: Final = (8, 4, 2, 1)
"""Usual points of the first, second, third prize and the prize of merit."""


@dataclass(frozen=True, slots=True)
class TeamMember:
    """`event` groups members for a rule "best n per event"; `seconds` where time is recorded."""

    entry: str
    team: str
    total: Mark
    seconds: Decimal | None = None
    event: str = ""


@dataclass(frozen=True, slots=True)
class TeamRule:
    """`best`: how many members count in each event, None for all; `least`: with fewer results a team has no rank."""

    best: int | None = None
    least: int = 1


@dataclass(frozen=True, slots=True)
class TeamResult:
    """`counted` best first; `total` and `seconds` are theirs. Seconds are None unless all counted members have them."""

    team: str
    total: Mark
    seconds: Decimal | None
    counted: tuple[str, ...]
    left_out: tuple[str, ...]


def team_results(members: Iterable[TeamMember], rule: TeamRule) -> tuple[TeamResult, ...]:
    """In order of team. An absent or disqualified member adds nothing; one that is not complete keeps its team open."""
    teams: dict[str, list[TeamMember]] = {}
    for member in members:
        teams.setdefault(member.team, []).append(member)
    return tuple(_result(team, of_team, rule) for team, of_team in sorted(teams.items()))


def team_standings(results: Iterable[TeamResult], last: LastRuleLike = LastRule.SHARED) -> Standings:
    """By total, then by the shorter time."""
    rows = [StandingRow(result.team, result.total, _values(result)) for result in results]
    return rank(rows, [TOTAL, TIME], last)


def organisation_standings(
    prizes: Mapping[str, Sequence[str]],
    points: Mapping[str, int],
    last: LastRuleLike = LastRule.SHARED,
) -> Standings:
    """Organisation prize: `prizes` won by each organisation, `points` per prize from the best prize down.

    Equal sums are told apart by more of the best prize, then of the next. A prize without points adds nothing.
    """
    rows = [
        StandingRow(organisation, _sum(won, points), {TOTAL.name: _sum(won, points), **_counts(won, points)})
        for organisation, won in prizes.items()
    ]
    return rank(rows, [TOTAL, *(TieKey(TieKeyKind.COUNT, prize) for prize in points)], last)


def _result(team: str, members: Sequence[TeamMember], rule: TeamRule) -> TeamResult:
    counted = [
        member for event in sorted({m.event for m in members}) for member in _best(members, event, rule)
    ]
    counted.sort(key=_by_total)
    seconds = [member.seconds for member in counted if member.seconds is not None]
    entries = tuple(member.entry for member in counted)
    return TeamResult(
        team=team,
        total=_total(members, counted, rule),
        seconds=sum(seconds, Decimal(0)) if counted and len(seconds) == len(counted) else None,
        counted=entries,
        left_out=tuple(sorted(member.entry for member in members if member.entry not in entries)),
    )


def _best(members: Sequence[TeamMember], event: str, rule: TeamRule) -> list[TeamMember]:
    able = [member for member in members if member.event == event and not isinstance(member.total, Special)]
    return sorted(able, key=_by_total)[: rule.best]


def _by_total(member: TeamMember) -> tuple[Decimal, bool, Decimal, str]:
    """Best first; of equal totals the faster."""
    total = Decimal(0) if isinstance(member.total, Special) else member.total
    return -total, member.seconds is None, member.seconds or Decimal(0), member.entry


def _total(members: Sequence[TeamMember], counted: Sequence[TeamMember], rule: TeamRule) -> Mark:
    if any(member.total is NotMarked for member in members):
        return NotMarked
    numbers = [member.total for member in counted if not isinstance(member.total, Special)]
    return Absent if len(numbers) < max(rule.least, 1) else sum(numbers, Decimal(0))


def _values(result: TeamResult) -> dict[str, Decimal]:
    values = {} if isinstance(result.total, Special) else {TOTAL.name: result.total}
    return values if result.seconds is None else {**values, TIME.name: result.seconds}


def _sum(won: Sequence[str], points: Mapping[str, int]) -> Decimal:
    return Decimal(sum(points.get(prize, 0) for prize in won))


def _counts(won: Sequence[str], points: Mapping[str, int]) -> dict[str, Decimal]:
    return {TieKey(TieKeyKind.COUNT, prize).name: Decimal(list(won).count(prize)) for prize in points}
