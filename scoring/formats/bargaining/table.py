"""The table of a group."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from scoring.formats.bargaining.match import MatchPoints, MatchResult, Outcome
from scoring.formats.bargaining.side import Side
from scoring.values import Special


@dataclass(frozen=True, slots=True)
class TableRow:
    """`points` of the table; `score_for` and `score_against` add the sides' scores of matches that both finished."""

    team: str
    rank: int
    points: Decimal
    played: int
    won: int
    drawn: int
    lost: int
    score_for: Decimal
    score_against: Decimal
    shared: bool

    @property
    def difference(self) -> Decimal:
        return self.score_for - self.score_against


_Key = tuple[Decimal, Decimal, Decimal, Decimal]


def match_table(
    teams: Sequence[str], matches: Sequence[MatchResult], points: MatchPoints
) -> tuple[TableRow, ...]:
    """Told apart by points, then points of the matches among those equal on them, then difference, then score. Who is
    equal in all of it shares the rank, to be decided by lot or by a further match.
    """
    finished = [match for match in matches if not match.is_open]
    sums = {team: _points(team, finished, points) for team in teams}
    direct: dict[str, Decimal] = {}
    for team in teams:
        level = {other for other in teams if sums[other] == sums[team]}
        among = [match for match in finished if {match.labour, match.employer} <= level]
        direct[team] = _points(team, among, points)
    scores = {team: _scores(team, finished) for team in teams}
    keys = {
        team: (sums[team], direct[team], scores[team][0] - scores[team][1], scores[team][0]) for team in teams
    }
    return tuple(_rows(keys, finished, scores))


def _rows(
    keys: dict[str, _Key], matches: Sequence[MatchResult], scores: dict[str, tuple[Decimal, Decimal]]
) -> list[TableRow]:
    ordered = sorted(sorted(keys), key=lambda team: keys[team], reverse=True)
    rows: list[TableRow] = []
    for _, group in groupby(ordered, key=lambda team: keys[team]):
        level, first = list(group), len(rows) + 1
        rows += [
            _row(team, first, keys[team][0], matches, scores[team], shared=len(level) > 1) for team in level
        ]
    return rows


def _row(  # noqa: PLR0913 - what a row is made of
    team: str,
    rank: int,
    points: Decimal,
    matches: Sequence[MatchResult],
    score: tuple[Decimal, Decimal],
    *,
    shared: bool,
) -> TableRow:
    outcomes = [match.outcome(team) for match in _of(team, matches)]
    counts = [outcomes.count(outcome) for outcome in (Outcome.WIN, Outcome.DRAW, Outcome.LOSS)]
    return TableRow(
        team, rank, points, len(outcomes), counts[0], counts[1], counts[2], score[0], score[1], shared
    )


def _of(team: str, matches: Sequence[MatchResult]) -> list[MatchResult]:
    return [match for match in matches if team in {match.labour, match.employer}]


def _points(team: str, matches: Sequence[MatchResult], points: MatchPoints) -> Decimal:
    return sum((points.of(match.outcome(team)) for match in _of(team, matches)), Decimal(0))


def _scores(team: str, matches: Sequence[MatchResult]) -> tuple[Decimal, Decimal]:
    mine, theirs = Decimal(0), Decimal(0)
    for match in _of(team, matches):
        labour, employer = match.scores
        if isinstance(labour, Special) or isinstance(employer, Special):
            continue
        own, other = (labour, employer) if match.side_of(team) is Side.LABOUR else (employer, labour)
        mine, theirs = mine + own, theirs + other
    return mine, theirs
