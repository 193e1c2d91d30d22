"""The sheet of one side: criteria and maxima are the organiser's, no rule book fixes them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from scoring.aggregation import Aggregation, PanelRule, aggregate, left_out
from scoring.errors import invalid_mark
from scoring.explanation import Explanation
from scoring.rounding import round_half_up
from scoring.values import Mark, NotMarked, Special, mark_to_text


@dataclass(frozen=True, slots=True)
class SheetCriterion:
    code: str
    maximum: Decimal


@dataclass(frozen=True, slots=True)
class SideScore:
    """`score` at two decimals, NotMarked while a sheet is open; `judges` the sheet of each."""

    score: Mark
    judges: tuple[Explanation, ...]


def side_score(
    criteria: Sequence[SheetCriterion],
    sheets: Mapping[str, Mapping[str, Decimal]],
    judges: Sequence[str],
    how: PanelRule = Aggregation.TRIMMED_MEAN,
) -> SideScore:
    """`sheets[judge][criterion]`; the panel's value of the sheets' sums.

    Raises InvalidMark criterion_unknown, mark_above_maximum, mark_below_minimum.
    """
    sums = [_sum(criteria, sheets.get(judge, {})) for judge in judges]
    numbers = [(place, value) for place, value in enumerate(sums) if not isinstance(value, Special)]
    out = {numbers[at][0]: why for at, why in left_out([value for _, value in numbers], how).items()}
    value = aggregate(sums, how).value
    told = tuple(
        Explanation(
            "judge_mark",
            "sum_of_criteria",
            mark_to_text(total),
            {"judge": judge} | ({"panel": out[place]} if place in out else {}),
        )
        for place, (judge, total) in enumerate(zip(judges, sums, strict=True))
    )
    return SideScore(value if isinstance(value, Special) else round_half_up(value), told)


def _sum(criteria: Sequence[SheetCriterion], given: Mapping[str, Decimal]) -> Mark:
    maxima = {criterion.code: criterion.maximum for criterion in criteria}
    for code, value in given.items():
        if code not in maxima:
            raise invalid_mark("criterion_unknown", criterion=code)
        if value > maxima[code]:
            raise invalid_mark("mark_above_maximum", value=value, maximum=maxima[code])
        if value < 0:
            raise invalid_mark("mark_below_minimum", value=value, minimum=0)
    return sum(given.values(), Decimal(0)) if len(given) == len(maxima) else NotMarked
