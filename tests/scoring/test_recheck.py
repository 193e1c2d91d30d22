from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from scoring.hash_order import hash_order
from scoring.recheck import RecheckSettings, must_check_all, recheck_sample, still_to_check
from scoring.standings import StandingRow, Standings, rank
from scoring.ties import TOTAL, LastRule

RULE_BOOK = RecheckSettings()


def field(*totals: int) -> Standings:
    rows = [StandingRow(f"W{e:02}", Decimal(t), {"total": Decimal(t)}) for e, t in enumerate(totals)]
    return rank(rows, [TOTAL], LastRule.SHARED)


def test_all_of_the_top_30_and_15_of_the_rest_rounded_up() -> None:
    sample = recheck_sample(field(*range(99, 78, -1)), RULE_BOOK, "seed")
    assert sample.top == ("W00", "W01", "W02", "W03", "W04", "W05", "W06")
    assert len(sample.drawn) == 3
    assert sample.entries == sample.top + sample.drawn


def test_the_lot_can_be_repeated_with_sha256sum() -> None:
    """`printf dice-6:recheck:d | sha256sum` begins 2329, b 2d5a, c 6601, a b6b1."""
    assert hash_order(["a", "b", "c", "d"], "dice-6", "recheck") == ["d", "b", "c", "a"]
    assert recheck_sample(field(*range(99, 89, -1)), RULE_BOOK, "seed").drawn == ("W05", "W09")


def test_who_shares_the_last_rank_of_the_top_belongs_to_it() -> None:
    assert recheck_sample(field(99, 90, 90, 80), RULE_BOOK, "s").top == ("W00", "W01", "W02")


def test_nobody_ranked_nobody_checked() -> None:
    assert recheck_sample(field(), RULE_BOOK, "s").entries == ()


def test_everything_above_five_percent_of_errors() -> None:
    checked = [f"W{e:02}" for e in range(20)]
    assert not must_check_all(checked, ["W00"], RULE_BOOK)
    assert must_check_all(checked, ["W00", "W01"], RULE_BOOK)
    assert not must_check_all(checked, ["W98", "W99"], RULE_BOOK)
    assert not must_check_all([], [], RULE_BOOK)


def test_the_rest_is_checked_after_too_many_errors() -> None:
    standings = field(99, 90, 80)
    assert still_to_check(standings, ["W00"], ["W00"], RULE_BOOK) == ("W01", "W02")
    assert still_to_check(standings, ["W00"], [], RULE_BOOK) == ()


@given(st.integers(0, 60), st.integers(0, 100), st.integers(0, 100), st.text(max_size=5))
def test_never_fewer_than_the_settings_ask(entries: int, top: int, rest: int, seed: str) -> None:
    standings = field(*range(entries, 0, -1))
    sample = recheck_sample(standings, RecheckSettings(Decimal(top), Decimal(rest)), seed)
    assert len(set(sample.entries)) == len(sample.entries)
    assert len(sample.top) * 100 >= top * entries
    assert len(sample.drawn) * 100 >= rest * (entries - len(sample.top))
