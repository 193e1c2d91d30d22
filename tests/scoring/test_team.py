from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from scoring.explain_team import explain_team
from scoring.explanation import Explanation
from scoring.team import TeamMember, TeamRule, team_results, team_standings
from scoring.values import Absent


def member(entry: str, total: int, seconds: int | None = None, event: str = "") -> TeamMember:
    return TeamMember(entry, "A", Decimal(total), None if seconds is None else Decimal(seconds), event)


def test_time_counts_only_when_every_counted_member_has_one() -> None:
    (with_all,) = team_results(
        [member("1", 80, 600), member("2", 70, 500), member("3", 60)], TeamRule(best=2)
    )
    assert (with_all.seconds, with_all.left_out) == (Decimal(1100), ("3",))
    (without,) = team_results([member("1", 80, 600), member("2", 70)], TeamRule())
    assert without.seconds is None


def test_of_equal_members_the_faster_counts() -> None:
    (result,) = team_results([member("1", 80), member("2", 80, 600), member("3", 80, 500)], TeamRule(best=1))
    assert result.counted == ("3",)


def test_why_a_team_has_its_total() -> None:
    members = [
        member("1", 80, 600, "X"),
        member("2", 70, 500, "X"),
        TeamMember("3", "A", Absent),
        TeamMember("4", "B", Decimal(99)),
    ]
    rule = TeamRule(best=1)
    result = team_results(members, rule)[0]
    assert explain_team(result, members, rule) == Explanation(
        "team",
        "best_1",
        "80",
        {"team": "A", "seconds": "600"},
        (
            Explanation("member", "counted", "80", {"entry": "1", "event": "X"}),
            Explanation("member", "left_out", "70", {"entry": "2", "event": "X"}),
            Explanation("member", "left_out", "absent", {"entry": "3"}),
        ),
    )
    assert explain_team(team_results([member("2", 70)], TeamRule())[0], [], TeamRule()).rule == "sum"


@given(st.lists(st.integers(0, 100), min_size=1, max_size=8), st.integers(1, 8), st.permutations(range(8)))
def test_the_best_of_a_team_are_its_highest_whatever_the_order(
    totals: list[int], best: int, order: list[int]
) -> None:
    members = [member(f"{place}", total) for place, total in enumerate(totals)]
    shuffled = [members[place] for place in order if place < len(members)]
    (result,) = team_results(shuffled, TeamRule(best=best))
    assert result.total == sum(sorted(totals, reverse=True)[:best])
    assert team_standings([result]).placements[0].rank == 1
