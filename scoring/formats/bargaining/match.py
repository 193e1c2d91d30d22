"""Who won a match."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from scoring.explanation import Explanation
from scoring.formats.bargaining.side import Side
from scoring.values import Mark, NotMarked, Special, mark_to_text


class Outcome(Enum):
    WIN = "win"
    DRAW = "draw"
    LOSS = "loss"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class MatchPoints:
    """Table points, and the largest difference of scores that is still a draw. No rule book fixes them."""

    win: Decimal = Decimal(2)
    draw: Decimal = Decimal(1)
    loss: Decimal = Decimal(0)
    draw_within: Decimal = Decimal(0)

    def of(self, outcome: Outcome) -> Decimal:
        return {Outcome.WIN: self.win, Outcome.DRAW: self.draw, Outcome.LOSS: self.loss}.get(
            outcome, Decimal(0)
        )


@dataclass(frozen=True, slots=True)
class MatchResult:
    """`score` of the labour and the employer side; `winner` is None for a draw or an open match."""

    labour: str
    employer: str
    scores: tuple[Mark, Mark]
    winner: Side | None
    drawn: bool

    @property
    def is_open(self) -> bool:
        return self.winner is None and not self.drawn

    def side_of(self, team: str) -> Side:
        return Side.LABOUR if team == self.labour else Side.EMPLOYER

    def outcome(self, team: str) -> Outcome:
        if self.is_open:
            return Outcome.OPEN
        if self.drawn:
            return Outcome.DRAW
        return Outcome.WIN if self.side_of(team) is self.winner else Outcome.LOSS

    def explain(self) -> Explanation:
        teams = zip((self.labour, self.employer), self.scores, strict=True)
        steps = tuple(
            Explanation(
                "side", self.outcome(team).value, mark_to_text(score), {"team": team, "side": side.value}
            )
            for (team, score), side in zip(teams, Side, strict=True)
        )
        won = "draw" if self.drawn else "open" if self.winner is None else self.winner.value
        return Explanation("match", "higher_score", won, {}, steps)


def match_result(labour: str, employer: str, scores: tuple[Mark, Mark], points: MatchPoints) -> MatchResult:
    """A side that is disqualified or absent loses to one that is not; when both are, nobody wins and it is no draw."""
    mine, theirs = scores
    if NotMarked in scores or (isinstance(mine, Special) and isinstance(theirs, Special)):
        return MatchResult(labour, employer, scores, None, drawn=False)
    if isinstance(mine, Special) or isinstance(theirs, Special):
        winner = Side.EMPLOYER if isinstance(mine, Special) else Side.LABOUR
        return MatchResult(labour, employer, scores, winner, drawn=False)
    if abs(mine - theirs) <= points.draw_within:
        return MatchResult(labour, employer, scores, None, drawn=True)
    return MatchResult(labour, employer, scores, Side.LABOUR if mine > theirs else Side.EMPLOYER, drawn=False)
