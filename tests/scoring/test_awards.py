from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.awards import AwardRule, RankRange, TopShare, award_rule_from_json, give_awards
from scoring.errors import InvalidRule
from scoring.rounding import WholeRounding
from scoring.standings import StandingRow, Standings, rank
from scoring.ties import TOTAL, LastRule


def standings(*totals: int, last: LastRule = LastRule.SHARED) -> Standings:
    rows = [
        StandingRow(f"W{entry:03}", Decimal(total), {"total": Decimal(total)})
        for entry, total in enumerate(totals)
    ]
    return rank(rows, [TOTAL], last)


@given(st.sets(st.integers(0, 100), max_size=40), st.integers(1, 100))
def test_a_share_of_distinct_totals_gives_its_number_of_prizes(totals: set[int], percent: int) -> None:
    awards = give_awards(standings(*totals), [AwardRule("prize", TopShare(Decimal(percent)))])
    assert len(awards) == (2 * percent * len(totals) + 100) // 200


@given(st.lists(st.integers(0, 5), max_size=20), st.integers(1, 10), st.integers(1, 10))
def test_one_award_each_and_never_a_better_one_behind(totals: list[int], gold: int, silver: int) -> None:
    rules = [AwardRule("gold", RankRange(1, gold)), AwardRule("silver", RankRange(1, gold + silver))]
    awards = give_awards(standings(*totals), rules)
    entries = [award.entry for award in awards]
    assert len(entries) == len(set(entries))
    labels = [award.rule.label for award in awards]
    assert labels == sorted(labels)
    ranks = [placement.rank for placement in standings(*totals).placements]
    assert labels.count("gold") == sum(place <= gold for place in ranks)
    assert len(labels) == sum(place <= gold + silver for place in ranks)


def test_an_unresolved_rank_keeps_its_prize_open() -> None:
    awards = give_awards(
        standings(90, 80, 80, last=LastRule.UNRESOLVED), [AwardRule("prize", RankRange(1, 2))]
    )
    assert [(award.entry, award.rank, award.unresolved) for award in awards] == [
        ("W000", 1, False),
        ("W001", 2, True),
        ("W002", 2, True),
    ]


def test_a_rule_read_from_json() -> None:
    data = {
        "label": "一等奖",
        "label_en": "First prize",
        "kind": "rank",
        "from_rank": 1,
        "to_rank": 3,
        "floor": "60",
        "honours": ["技术能手"],
        "promotion_level": "3",
    }
    assert award_rule_from_json(data) == AwardRule(
        "一等奖", RankRange(1, 3), Decimal(60), ("技术能手",), "3", "First prize"
    )
    assert award_rule_from_json(
        {"label": "奖", "kind": "share", "share": "12.5", "rounding": "up", "floor": None}
    ) == AwardRule("奖", TopShare(Decimal("12.5"), WholeRounding.UP))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"kind": "luck"}, "award_kind_unknown"),
        ({"kind": "rank", "from_rank": 0, "to_rank": 3}, "award_ranks_empty"),
        ({"kind": "rank", "from_rank": 3, "to_rank": 2}, "award_ranks_empty"),
        ({"kind": "share", "share": "0"}, "award_share_out_of_range"),
        ({"kind": "share", "share": "100.1"}, "award_share_out_of_range"),
    ],
)
def test_rules_that_give_nothing_are_refused(data: dict[str, Any], code: str) -> None:
    with pytest.raises(InvalidRule) as raised:
        award_rule_from_json({"label": "奖", **data})
    assert raised.value.code == code
