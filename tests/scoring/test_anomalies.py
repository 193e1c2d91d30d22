from decimal import Decimal

from scoring.anomalies import AnomalySettings, mark_anomalies, module_anomalies
from scoring.errors import Problem


def raws(*values: str) -> dict[str, Decimal]:
    return {f"J{place}": Decimal(value) for place, value in enumerate(values, 1)}


def test_a_slipped_point() -> None:
    assert mark_anomalies(raws("8.5", "85", "8", "9", "8.5")) == (
        Problem("mark_order_of_magnitude", {"value": "85", "panel": "8.5", "meant": "8.5"}, {"judge": "J2"}),
    )
    assert mark_anomalies(raws("8.5", "0.85", "8", "9", "8.5"))[0].data["meant"] == "8.5"


def test_a_one_among_nines_may_have_lost_its_nought() -> None:
    assert mark_anomalies(raws("10", "1", "9", "8", "9")) == (
        Problem("mark_order_of_magnitude", {"value": "1", "panel": "9", "meant": "10"}, {"judge": "J2"}),
    )


def test_an_outlier() -> None:
    (found,) = mark_anomalies(raws("80", "81", "79", "80", "60"))
    assert (found.code, found.where, found.data["panel"]) == ("mark_outlier", {"judge": "J5"}, "80")


def test_a_usual_panel_has_nothing() -> None:
    assert mark_anomalies(raws("80", "82", "79", "81", "78")) == ()


def test_a_small_difference_in_a_panel_that_agrees_is_none() -> None:
    assert mark_anomalies(raws("80", "80.1", "79.9", "80", "82")) == ()


def test_too_few_judges_or_all_others_alike_say_nothing() -> None:
    assert mark_anomalies(raws("80", "10", "80")) == ()
    assert mark_anomalies(raws("80", "60", "80", "80")) == ()
    assert mark_anomalies(raws("0", "5", "0", "0")) == ()


def test_far_but_not_by_a_decimal_place() -> None:
    assert [found.code for found in mark_anomalies(raws("8", "50", "8.1", "7.9", "8"))] == ["mark_outlier"]


def percents(*rows: tuple[int, int, int]) -> dict[str, dict[str, Decimal]]:
    return {
        f"W{e}": {code: Decimal(value) for code, value in zip("ABC", row, strict=True)}
        for e, row in enumerate(rows)
    }


FIELD = [(80, 82, 81), (70, 71, 72), (90, 88, 91), (60, 61, 60), (75, 76, 74)]


def test_a_module_unlike_the_entrants_own_others() -> None:
    found = module_anomalies(percents(*FIELD, (90, 20, 91)))
    assert [(problem.code, problem.where, problem.data["gap"]) for problem in found] == [
        ("module_unlike_own", {"entry": "W5", "module": "A"}, "34.5"),
        ("module_unlike_own", {"entry": "W5", "module": "B"}, "-70.5"),
        ("module_unlike_own", {"entry": "W5", "module": "C"}, "36"),
    ]


def test_weak_entrants_are_no_anomaly() -> None:
    assert module_anomalies(percents(*FIELD, (20, 21, 19))) == ()


def test_a_small_field_or_a_single_module_says_nothing() -> None:
    assert module_anomalies(percents(*FIELD[:3])) == ()
    assert (
        module_anomalies({"W1": {"A": Decimal(1)}, "W2": {"B": Decimal(2)}}, AnomalySettings(fewest=1)) == ()
    )


def test_a_field_without_spread_says_nothing() -> None:
    assert module_anomalies(percents(*[(50, 50, 50)] * 4, (50, 90, 50))) == ()
