from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from scoring.severity import Normalisation, NormalisedEntry, Severity, normalised, severities

# J2 gives 10 more than J1 to everybody whom both saw, J1 never saw C.
SCORES = {
    "J1": {"A": Decimal(70), "B": Decimal(80)},
    "J2": {"A": Decimal(80), "B": Decimal(90), "C": Decimal(85)},
}


def test_severity_against_the_panel() -> None:
    assert severities(SCORES) == (
        Severity("J1", 2, Decimal("75.00"), Decimal("5.00"), Decimal("-6.00")),
        Severity("J2", 3, Decimal("85.00"), Decimal("4.08"), Decimal("4.00")),
    )


def test_nobody_marked() -> None:
    assert severities({"J1": {}}) == ()
    assert normalised({}, Normalisation.MEAN_SD) == ()


def test_off_by_default() -> None:
    assert normalised(SCORES) == (
        NormalisedEntry("B", Decimal("85.00"), Decimal("85.00"), 1, 1),
        NormalisedEntry("C", Decimal("85.00"), Decimal("85.00"), 1, 1),
        NormalisedEntry("A", Decimal("75.00"), Decimal("75.00"), 3, 3),
    )


def test_ranks_before_and_after() -> None:
    """Panel mean 81; J1 sd 5, J2 sd 4.08: panel sd 4.54. C is J2's mean, so 81; B stands above it in both sheets."""
    assert [
        (one.entry, one.after, one.rank_before, one.rank_after)
        for one in normalised(SCORES, Normalisation.MEAN_SD)
    ] == [
        ("B", Decimal("86.05"), 1, 1),
        ("C", Decimal("81.00"), 1, 2),
        ("A", Decimal("75.95"), 3, 3),
    ]


def test_a_judge_who_tells_nothing_apart_gives_the_mean() -> None:
    scores = {"J1": {"A": Decimal(60), "B": Decimal(60)}, "J2": {"A": Decimal(70), "B": Decimal(90)}}
    found = {one.entry: one.after for one in normalised(scores, Normalisation.MEAN_SD)}
    assert found == {"A": Decimal("67.50"), "B": Decimal("72.50")}


@given(
    st.lists(st.lists(st.integers(0, 100), min_size=3, max_size=3), min_size=2, max_size=4),
    st.integers(-20, 20),
)
def test_a_judge_who_gives_everybody_as_much_more_moves_nobody(sheets: list[list[int]], shift: int) -> None:
    plain = {
        f"J{j}": {f"W{e}": Decimal(points) for e, points in enumerate(sheet)}
        for j, sheet in enumerate(sheets)
    }
    harsher = {**plain, "J0": {entry: points + shift for entry, points in plain["J0"].items()}}
    ranks = [
        {one.entry: one.rank_after for one in normalised(scores, Normalisation.MEAN_SD)}
        for scores in (plain, harsher)
    ]
    assert ranks[0] == ranks[1]
