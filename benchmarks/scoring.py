"""How long scoring takes: everything, one module after one mark, and what recomputing less is worth.

    python -m benchmarks.scoring

1,000 entries, two modules of 50 aspects, 5 judges, trimmed mean: 500,000 marks. Times are the median of rounds.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from statistics import median
from time import perf_counter

from benchmarks.report import Row, report
from scoring.aggregation import Aggregation
from scoring.aspects import (
    AspectRule,
    Band,
    Binary,
    FormulaRule,
    Judgement,
    PointsRange,
    Step,
    Steps,
    Tolerance,
)
from scoring.entry import EntryTotal, combine_modules, score_entry
from scoring.formats.bargaining import Played, Team, next_round
from scoring.module import ModuleMarks, score_module
from scoring.results import ModuleScore
from scoring.scheme import Aspect, Criterion, Module, ModuleKind, Scheme, SubCriterion
from scoring.standings import StandingRow, rank
from scoring.ties import TOTAL, LastRule

ENTRIES = 1_000
ASPECTS = 50
JUDGES = ("J1", "J2", "J3", "J4", "J5")
TEN = Decimal(10)

KINDS: tuple[tuple[AspectRule, tuple[str, ...]], ...] = (
    (PointsRange(Decimal(0), TEN, Decimal("0.5")), ("7.5", "8.5", "6")),
    (Judgement(("poor", "meets", "above", "excellent")), ("2", "3", "2")),
    (
        Tolerance(Decimal(200), "µm", (Band(Decimal(2), Decimal(2), TEN), Band(TEN, TEN, Decimal(5)))),
        ("201.5", "203.25", "188"),
    ),
    (
        Steps((Step(Decimal(0), Decimal(0)), Step(Decimal(1), Decimal(5)), Step(Decimal(2), TEN))),
        ("0", "1", "2"),
    ),
    (Binary(), ("1", "0", "1")),
)


def module(code: str) -> Module:
    aspects = tuple(
        Aspect(f"{code}{number}", TEN, KINDS[number % len(KINDS)][0]) for number in range(ASPECTS)
    )
    parts = tuple(
        SubCriterion(f"{code}.{start}", aspects[start : start + 10]) for start in range(0, ASPECTS, 10)
    )
    return Module(
        code,
        Decimal(50),
        ModuleKind.PRACTICE,
        aggregation=Aggregation.TRIMMED_MEAN,
        criteria=(Criterion(code, parts),),
    )


SCHEME = Scheme((module("A"), module("B")))
PANELS = {"A": JUDGES, "B": JUDGES}


def marks_of(entry: int, code: str) -> ModuleMarks:
    return {
        f"{code}{number}": {
            judge: Decimal(KINDS[number % len(KINDS)][1][(entry + number + seat) % 3])
            for seat, judge in enumerate(JUDGES)
        }
        for number in range(ASPECTS)
    }


def computed_module() -> Module:
    """Module A with ten formulas over its fifty aspects."""
    formulas = tuple(
        Aspect(
            f"F{first}",
            TEN,
            FormulaRule.of(f"max(A{first}, A{first + 1}) / 2 + sum(A{first + 2}, A{first + 3}) / 4"),
        )
        for first in range(0, ASPECTS, 5)
    )
    plain = module("A")
    return replace(plain, criteria=(*plain.criteria, Criterion("F", (SubCriterion("F.1", formulas),))))


def rounds_of_pairing(teams: int, rounds: int) -> list[Played]:
    """The first of the draw always wins, so points and sides differ as they do in a contest."""
    points: dict[str, int] = {f"T{number:02}": 0 for number in range(teams)}
    played: list[Played] = []
    for _ in range(rounds):
        pairing = next_round([Team(name, Decimal(won)) for name, won in points.items()], played)
        for match in pairing.matches:
            points[min(match.labour, match.employer)] += 2
        played += pairing.matches
    return played


def timed(work: Callable[[], object], rounds: int) -> float:
    """Median seconds of one call."""
    seconds = []
    for _ in range(rounds):
        start = perf_counter()
        work()
        seconds.append(perf_counter() - start)
    return median(seconds)


def order(totals: dict[str, EntryTotal]) -> object:
    rows = [
        StandingRow(entry, result.total, {"total": result.total} if isinstance(result.total, Decimal) else {})
        for entry, result in totals.items()
    ]
    return rank(rows, [TOTAL], LastRule.SHARED)


def main() -> int:
    field = {f"W{entry:04}": {code: marks_of(entry, code) for code in PANELS} for entry in range(ENTRIES)}
    stored: dict[str, dict[str, ModuleScore]] = {}
    totals: dict[str, EntryTotal] = {}

    def everything() -> None:
        for entry, marks in field.items():
            result = score_entry(SCHEME, marks, {}, PANELS)
            stored[entry] = {scored.code: scored.score for scored in result.modules}
            totals[entry] = EntryTotal(result.total, result.provisional, result.complete)

    def everything_and_order() -> None:
        everything()
        order(totals)

    def one_module() -> ModuleScore:
        return score_module(SCHEME.modules[0], field["W0500"]["A"], JUDGES).score

    def after_one_mark() -> None:
        stored["W0500"]["A"] = one_module()
        totals["W0500"] = combine_modules(SCHEME, stored["W0500"])
        order(totals)

    computed, computed_marks = computed_module(), marks_of(500, "A")
    full = timed(everything, 5)
    naive = timed(everything_and_order, 3)
    return (
        0
        if report(
            "scoring",
            [
                Row(
                    f"all: {ENTRIES} entries x {2 * ASPECTS} aspects x {len(JUDGES)} judges",
                    full,
                    "s",
                    bar=2.0,
                ),
                Row("one module of one entry", timed(one_module, 200) * 1000, "ms", bar=5.0),
                Row(
                    "the same with ten formulas",
                    timed(lambda: score_module(computed, computed_marks, JUDGES), 200) * 1000,
                    "ms",
                    bar=5.0,
                ),
                Row("six rounds of 64 teams paired", timed(lambda: rounds_of_pairing(64, 6), 5) * 1000, "ms"),
                Row("order of 1,000 entries", timed(lambda: order(totals), 20) * 1000, "ms"),
                Row(
                    "board after one mark: one module + order, against recomputing all",
                    timed(after_one_mark, 50) * 1000,
                    "ms",
                    baseline=naive * 1000,
                ),
            ],
        )
        else 1
    )


if __name__ == "__main__":
    sys.exit(main())
