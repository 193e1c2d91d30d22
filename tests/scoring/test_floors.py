from decimal import Decimal
from fractions import Fraction

from scoring.awards import AwardRule, RankRange, give_awards
from scoring.floors import BelowFloor, Floor, MissedFloor, floor_from_json, missed_floors, rank_with_floors
from scoring.results import ModuleScore
from scoring.scheme import ModuleKind
from scoring.standings import StandingRow
from scoring.ties import TOTAL, LastRule
from scoring.values import Absent, Mark, NotMarked
from tests.scoring.schemes import imported, module, scheme

EVENT = scheme(imported("A", "30"), module(weight="50"), imported("C", "20"))


def score(points: str | Mark, maximum: str = "100") -> ModuleScore:
    mark = Decimal(points) if isinstance(points, str) else points
    return ModuleScore(mark, Decimal(maximum), None, complete=True)


def test_each_module_at_least_60() -> None:
    scores = {"A": score("59.99"), "B": score("12", "20"), "C": score("60")}
    assert missed_floors(EVENT, scores, [Floor(Decimal(60))]) == (
        MissedFloor("A", Fraction("59.99"), Decimal(60)),
    )


def test_one_module_only() -> None:
    scores = {"A": score("10"), "B": score("10", "20"), "C": score("90")}
    assert missed_floors(EVENT, scores, [Floor(Decimal(60), module="B")]) == (
        MissedFloor("B", Fraction(50), Decimal(60)),
    )


def test_theory_of_two_modules_together_by_their_weights() -> None:
    scores = {"A": score("50"), "B": score("20", "20"), "C": score("75")}
    theory = Floor(Decimal(60), kind=ModuleKind.THEORY)
    assert missed_floors(EVENT, scores, [theory]) == ()
    assert missed_floors(EVENT, {**scores, "C": score("74")}, [theory]) == (
        MissedFloor("theory", Fraction("59.6"), Decimal(60)),
    )


def test_what_is_no_number_misses_nothing() -> None:
    floors = [Floor(Decimal(60)), Floor(Decimal(60), kind=ModuleKind.THEORY)]
    assert missed_floors(EVENT, {"A": score(Absent), "B": score(NotMarked)}, floors) == ()


def test_a_kind_that_the_event_has_not_misses_nothing() -> None:
    only = scheme(imported("A", "100"))
    assert missed_floors(only, {"A": score("10")}, [Floor(Decimal(60), kind=ModuleKind.PRACTICE)]) == ()


def test_below_a_floor_there_is_no_rank_and_no_prize() -> None:
    totals: dict[str, Mark] = {
        "W1": Decimal(95),
        "W2": Decimal(90),
        "W3": Decimal(96),
        "W4": Absent,
        "W5": Decimal(95),
    }
    rows = [
        StandingRow(entry, total, {"total": total} if isinstance(total, Decimal) else {})
        for entry, total in totals.items()
    ]
    missed = MissedFloor("A", Fraction(50), Decimal(60))
    found = rank_with_floors(
        rows, {"W1": [missed], "W3": [missed], "W4": [missed], "W5": []}, [TOTAL], LastRule.SHARED
    )
    assert found.below == (
        BelowFloor("W3", Decimal(96), (missed,)),
        BelowFloor("W1", Decimal(95), (missed,)),
    )
    assert [
        (award.entry, award.rank) for award in give_awards(found.standings, [AwardRule("x", RankRange(1, 9))])
    ] == [
        ("W5", 1),
        ("W2", 2),
    ]
    assert [apart.entry for apart in found.standings.apart] == ["W4"]


def test_floors_are_data() -> None:
    assert [
        floor_from_json(data)
        for data in ({"percent": "60"}, {"percent": "60", "kind": "theory"}, {"percent": "1", "module": "B"})
    ] == [
        Floor(Decimal(60)),
        Floor(Decimal(60), kind=ModuleKind.THEORY),
        Floor(Decimal(1), "B"),
    ]
