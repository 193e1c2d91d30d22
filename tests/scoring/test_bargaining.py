from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.errors import InvalidMark, InvalidRule
from scoring.explanation import Explanation
from scoring.formats.bargaining import (
    MatchPoints,
    MatchResult,
    Outcome,
    Played,
    SheetCriterion,
    Side,
    TableRow,
    Team,
    bracket,
    match_result,
    match_table,
    next_round,
    side_score,
    winner_of,
)
from scoring.values import Absent, Disqualified, Mark, NotMarked

D = Decimal
POINTS = MatchPoints()
CRITERIA = [SheetCriterion("argument", D(60)), SheetCriterion("manner", D(40))]


def sheet(argument: int, manner: int) -> dict[str, Decimal]:
    return {"argument": D(argument), "manner": D(manner)}


def test_a_side_is_the_trimmed_mean_of_its_sheets() -> None:
    sheets = {
        "J1": sheet(50, 30),
        "J2": sheet(60, 40),
        "J3": sheet(40, 30),
        "J4": sheet(45, 30),
        "J5": sheet(50, 35),
    }
    score = side_score(CRITERIA, sheets, ["J1", "J2", "J3", "J4", "J5"])
    assert score.score == D("80.00")
    assert [(told.value, told.inputs.get("panel")) for told in score.judges] == [
        ("80", None),
        ("100", "dropped_highest"),
        ("70", "dropped_lowest"),
        ("75", None),
        ("85", None),
    ]


def test_an_open_sheet_keeps_the_side_open() -> None:
    score = side_score(CRITERIA, {"J1": sheet(50, 30), "J2": {"manner": D(1)}}, ["J1", "J2", "J3"])
    assert (score.score, [told.value for told in score.judges]) == (
        NotMarked,
        ["80", "not_marked", "not_marked"],
    )


@pytest.mark.parametrize(
    ("given_sheet", "code"),
    [
        ({"luck": D(1)}, "criterion_unknown"),
        ({"manner": D(41)}, "mark_above_maximum"),
        ({"manner": D(-1)}, "mark_below_minimum"),
    ],
)
def test_what_a_sheet_does_not_allow(given_sheet: dict[str, Decimal], code: str) -> None:
    with pytest.raises(InvalidMark, match=code):
        side_score(CRITERIA, {"J1": given_sheet}, ["J1"])


@pytest.mark.parametrize(
    ("labour", "employer", "outcome"),
    [
        (D(80), D(79), Outcome.WIN),
        (D(79), D(80), Outcome.LOSS),
        (D(80), D(80), Outcome.DRAW),
        (D(80), NotMarked, Outcome.OPEN),
        (Disqualified, D(1), Outcome.LOSS),
        (D(1), Absent, Outcome.WIN),
        (Disqualified, Absent, Outcome.OPEN),
    ],
)
def test_who_won(labour: Mark, employer: Mark, outcome: Outcome) -> None:
    assert match_result("A", "B", (labour, employer), POINTS).outcome("A") is outcome


def test_a_small_difference_may_be_a_draw() -> None:
    rules = MatchPoints(draw_within=D(2))
    assert match_result("A", "B", (D(80), D(82)), rules).drawn
    assert not match_result("A", "B", (D(80), D("82.01")), rules).drawn


def test_a_match_says_who_won() -> None:
    won = match_result("A", "B", (D(80), D(70)), POINTS)
    assert won.explain() == Explanation(
        "match",
        "higher_score",
        "labour",
        {},
        (
            Explanation("side", "win", "80", {"team": "A", "side": "labour"}),
            Explanation("side", "loss", "70", {"team": "B", "side": "employer"}),
        ),
    )
    values = [
        match_result("A", "B", scores, POINTS).explain().value for scores in ((D(1), D(1)), (D(1), NotMarked))
    ]
    assert values == ["draw", "open"]


def played(labour: str, employer: str, mine: int, theirs: int) -> MatchResult:
    return match_result(labour, employer, (D(mine), D(theirs)), POINTS)


def test_a_table() -> None:
    """A and B have 2 points each and B beat A, though A has the better difference."""
    matches = [
        played("A", "C", 90, 70),
        played("B", "A", 80, 79),
        played("C", "B", 85, 80),
        played("D", "C", 80, 80),
        match_result("D", "A", (NotMarked, D(1)), POINTS),
        match_result("B", "D", (Disqualified, Absent), POINTS),
    ]
    rows = match_table(["A", "B", "C", "D"], matches, POINTS)
    assert rows[0] == TableRow("C", 1, D(3), 3, 1, 1, 1, D(235), D(250), shared=False)
    assert rows[0].difference == -15
    assert [(row.team, row.rank, row.points) for row in rows] == [
        ("C", 1, D(3)),
        ("B", 2, D(2)),
        ("A", 3, D(2)),
        ("D", 4, D(1)),
    ]


def test_scores_of_a_match_that_one_side_did_not_finish_do_not_add_up() -> None:
    matches = [match_result("A", "B", (D(90), Absent), POINTS)]
    assert [(row.team, row.won, row.score_for) for row in match_table(["A", "B"], matches, POINTS)] == [
        ("A", 1, D(0)),
        ("B", 0, D(0)),
    ]


def test_equal_in_everything_shares_the_rank() -> None:
    rows = match_table(["B", "A"], [], POINTS)
    assert [(row.team, row.rank, row.shared) for row in rows] == [("A", 1, True), ("B", 1, True)]


@given(st.integers(2, 12), st.integers(0, 3), st.data())
def test_rounds_never_repeat_a_match_and_keep_sides_even(size: int, rounds: int, data: st.DataObject) -> None:
    names = [f"T{place:02}" for place in range(size)]
    points = dict.fromkeys(names, 0)
    history: list[Played] = []
    free: list[str] = []
    for _ in range(min(rounds, (size - 1) // 2)):
        pairing = next_round([Team(name, D(points[name])) for name in names], history, free)
        seated = [team for match in pairing.matches for team in (match.labour, match.employer)]
        assert sorted([*seated, *([pairing.free] if pairing.free else [])]) == names
        assert not {frozenset((m.labour, m.employer)) for m in pairing.matches} & {
            frozenset((m.labour, m.employer)) for m in history
        }
        for match in pairing.matches:
            points[data.draw(st.sampled_from((match.labour, match.employer)))] += 2
        history += pairing.matches
        free += [pairing.free] if pairing.free else []
    assert len(free) == len(set(free))


def test_who_was_employer_last_is_labour_now() -> None:
    history = [
        Played("A", "X"),
        Played("X", "A"),
        Played("B", "Y"),
        Played("Y", "B"),
        Played("Y", "A"),
        Played("B", "X"),
    ]
    teams = [Team("A"), Team("B")]
    even = [Played("X", "A"), Played("A", "X"), Played("B", "Y"), Played("Y", "B")]
    assert next_round(teams, even).matches == (Played("B", "A"),)
    assert next_round(teams, history).matches == (Played("A", "B"),)


def test_two_teams_that_have_met_everybody_leave_no_pairing() -> None:
    met = [Played(done, other) for done in "EF" for other in "ABCD"]
    with pytest.raises(InvalidRule, match="pairing_impossible"):
        next_round([Team(name) for name in "ABCDEF"], [*met, Played("E", "F")])


def test_teams_of_one_side_never_meet() -> None:
    labour = [Team(f"L{place}", D(place), Side.LABOUR) for place in range(4)]
    employers = [Team(f"E{place}", D(place), Side.EMPLOYER) for place in range(4)]
    for match in next_round([*labour, *employers], []).matches:
        assert (match.labour[0], match.employer[0]) == ("L", "E")


@given(st.integers(2, 17))
def test_seeds_meet_as_late_as_they_can(size: int) -> None:
    """When the better seed always wins, the last four are the seeds 1 to 4 and the last two 1 and 2."""
    seeds = [f"{seed:02}" for seed in range(1, size + 1)]
    winners: dict[str, str] = {}
    for _ in range(5):
        for ties in bracket(seeds, winners).rounds:
            winners.update({tie.code: min(tie.first, tie.second) for tie in ties if tie.first and tie.second})
    rounds = bracket(seeds, winners).rounds
    assert [[tie.first, tie.second] for tie in rounds[-1]] == [["01", "02"]]
    assert winner_of(rounds[-1][0], winners) == "01"
    assert [tie.bye for tie in rounds[0]].count(True) == 2 ** len(rounds) - size


def test_the_final_has_a_code() -> None:
    assert bracket(list("ABCD"), {}).champion_decided_by == "R2M1"


def test_sides_are_each_others_other() -> None:
    assert [side.other for side in Side] == [Side.EMPLOYER, Side.LABOUR]


def test_every_pair_of_three_teams_in_three_rounds() -> None:
    history: list[Played] = []
    free: list[str] = []
    for _ in range(3):
        pairing = next_round([Team("A"), Team("B"), Team("C")], history, free)
        history += pairing.matches
        free.append(str(pairing.free))
    assert {frozenset((m.labour, m.employer)) for m in history} == {
        frozenset(pair) for pair in combinations("ABC", 2)
    }
    assert free == ["C", "B", "A"]
