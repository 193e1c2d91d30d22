"""Labour contests by indices (劳动竞赛): indices, vetoes, periods, roll-up from team to unit."""

from scoring.formats.index_contest.index import (
    Deduct,
    Direction,
    Index,
    IndexResult,
    IndexStep,
    Ratio,
    StepFormula,
    index_points,
)
from scoring.formats.index_contest.period import (
    PeriodResult,
    PeriodRule,
    UnitTotal,
    period_result,
    unit_total,
)
from scoring.formats.index_contest.rollup import RollUp, Unit, roll_up
from scoring.formats.index_contest.veto import Veto, broken_vetoes

__all__ = [
    "Deduct",
    "Direction",
    "Index",
    "IndexResult",
    "IndexStep",
    "PeriodResult",
    "PeriodRule",
    "Ratio",
    "RollUp",
    "StepFormula",
    "Unit",
    "UnitTotal",
    "Veto",
    "broken_vetoes",
    "index_points",
    "period_result",
    "roll_up",
    "unit_total",
]
