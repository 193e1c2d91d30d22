"""A unit's result in one period, and over all periods."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from scoring.explanation import Explanation
from scoring.formats.index_contest.index import Index, IndexResult, index_points
from scoring.formats.index_contest.veto import Veto, broken_vetoes, unreported
from scoring.rounding import round_half_up
from scoring.statistics import mean_of
from scoring.values import Disqualified, Mark, NotMarked, Special, mark_to_text


class PeriodRule(Enum):
    """How periods make the whole. A veto in one period puts the unit out of that period (SUM and MEAN count it as 0)."""

    SUM = "sum"
    MEAN = "mean"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class PeriodResult:
    """`points` without vetoes, `total` with them: Disqualified, or NotMarked while an index or a fact is missing."""

    total: Mark
    points: Decimal
    indices: tuple[IndexResult, ...]
    vetoed_by: tuple[str, ...]
    missing: tuple[str, ...]

    def explain(self) -> Explanation:
        steps = tuple(
            Explanation("index", "points", mark_to_text(index.points), _index_inputs(index))
            for index in self.indices
        )
        inputs = {"points": mark_to_text(self.points)}
        if self.vetoed_by:
            inputs["vetoed_by"] = ", ".join(self.vetoed_by)
        if self.missing:
            inputs["missing"] = ", ".join(self.missing)
        return Explanation("period", "sum_of_indices", mark_to_text(self.total), inputs, steps)


@dataclass(frozen=True, slots=True)
class UnitTotal:
    """Over all periods, at two decimals; `vetoed_in` names periods by their place, from 1."""

    total: Mark
    vetoed_in: tuple[int, ...]


def period_result(
    indices: Sequence[Index],
    actuals: Mapping[str, Decimal],
    vetoes: Sequence[Veto],
    facts: Mapping[str, Decimal],
) -> PeriodResult:
    """`actuals` by name of the index, `facts` by code of the veto. A broken veto decides, whatever is still missing."""
    results = tuple(index_points(index, actuals[index.name]) for index in indices if index.name in actuals)
    points = sum((result.points for result in results), Decimal(0))
    missing = (*(index.name for index in indices if index.name not in actuals), *unreported(vetoes, facts))
    vetoed = broken_vetoes(vetoes, facts)
    total: Mark = Disqualified if vetoed else NotMarked if missing else points
    return PeriodResult(total, points, results, vetoed, missing)


def unit_total(periods: Sequence[Mark], rule: PeriodRule, *, veto_ends_all: bool = False) -> UnitTotal:
    """`periods` in order. With `veto_ends_all` one vetoed period puts the unit out of the whole contest."""
    vetoed = tuple(place for place, period in enumerate(periods, 1) if period is Disqualified)
    if vetoed and (veto_ends_all or (rule is PeriodRule.LAST and periods[-1] is Disqualified)):
        return UnitTotal(Disqualified, vetoed)
    if not periods or any(isinstance(period, Special) and period is not Disqualified for period in periods):
        return UnitTotal(NotMarked, vetoed)
    points = [Decimal(0) if isinstance(period, Special) else period for period in periods]
    if rule is PeriodRule.LAST:
        return UnitTotal(points[-1], vetoed)
    total = sum(points, Decimal(0)) if rule is PeriodRule.SUM else round_half_up(mean_of(points))
    return UnitTotal(total, vetoed)


def _index_inputs(index: IndexResult) -> dict[str, str]:
    inputs = {"index": index.name, "actual": mark_to_text(index.actual)}
    return inputs if index.uncut in {None, index.points} else {**inputs, "uncut": str(index.uncut)}
