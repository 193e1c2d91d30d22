"""Collective-bargaining contests (集体协商竞赛): sheets, matches, table, pairing, knock-out
(docs/algorithms/bargaining.md).
"""

from scoring.formats.bargaining.bracket import Bracket, Tie, bracket, winner_of
from scoring.formats.bargaining.match import MatchPoints, MatchResult, Outcome, match_result
from scoring.formats.bargaining.pairing import Pairing, Played, Team, next_round
from scoring.formats.bargaining.sheet import SheetCriterion, SideScore, side_score
from scoring.formats.bargaining.side import Side
from scoring.formats.bargaining.table import TableRow, match_table

__all__ = [
    "Bracket",
    "MatchPoints",
    "MatchResult",
    "Outcome",
    "Pairing",
    "Played",
    "SheetCriterion",
    "Side",
    "SideScore",
    "TableRow",
    "Team",
    "Tie",
    "bracket",
    "match_result",
    "match_table",
    "next_round",
    "side_score",
    "winner_of",
]
