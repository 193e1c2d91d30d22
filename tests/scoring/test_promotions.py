from decimal import Decimal

import pytest

from scoring.awards import Counted, RankRange, TopShare, award_rule_from_json, rank_ranges
from scoring.errors import InvalidRule
from scoring.promotions import PromotionRule, give_promotions
from scoring.standings import StandingRow, rank
from scoring.ties import TOTAL, LastRule

LADDER = ("5", "4", "3", "2", "1")


def test_shares_are_cumulative_unless_the_rule_says_otherwise() -> None:
    assert TopShare(Decimal(10)).counted is Counted.CUMULATIVE
    rule = award_rule_from_json({"label": "x", "kind": "share", "share": "10"})
    assert rule.by == TopShare(Decimal(10))


def test_ranges_of_mixed_rules() -> None:
    separate = TopShare(Decimal(20), counted=Counted.SEPARATE)
    assert rank_ranges([separate, RankRange(3, 4), separate, TopShare(Decimal(50))], 10) == [
        (1, 2),
        (3, 4),
        (1, 6),
        (1, 5),
    ]


def test_an_unresolved_rank_keeps_the_promotion_open() -> None:
    rows = [StandingRow(entry, Decimal(80), {"total": Decimal(80)}) for entry in "AB"]
    promotions = give_promotions(
        rank(rows, [TOTAL], LastRule.UNRESOLVED), [PromotionRule(RankRange(1, 1), "3")], LADDER, {}
    )
    assert [(promotion.entry, promotion.level, promotion.unresolved) for promotion in promotions] == [
        ("A", "3", True),
        ("B", "3", True),
    ]


@pytest.mark.parametrize(
    ("rule", "held"),
    [
        (PromotionRule(RankRange(1, 1), "9"), {}),
        (PromotionRule(RankRange(1, 1), "3", highest="0"), {}),
        (PromotionRule(RankRange(1, 1), "3"), {"A": "none"}),
    ],
)
def test_levels_stand_on_the_ladder(rule: PromotionRule, held: dict[str, str]) -> None:
    with pytest.raises(InvalidRule, match="level_unknown"):
        give_promotions(rank([], [TOTAL], LastRule.SHARED), [rule], LADDER, held)
