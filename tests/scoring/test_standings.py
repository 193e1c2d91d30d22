from decimal import Decimal
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from scoring.standings import StandingRow, rank
from scoring.ties import TIME, TOTAL, LastRule
from scoring.values import Mark, Special

totals: st.SearchStrategy[Mark] = st.sampled_from([Decimal(n) for n in range(4)]) | st.sampled_from(Special)
times = st.none() | st.sampled_from([Decimal(10), Decimal(20)])


def row(entry: int, total: Mark, seconds: Decimal | None) -> StandingRow:
    values = {} if isinstance(total, Special) else {"total": total}
    return StandingRow(f"W{entry:03}", total, values if seconds is None else {**values, "time": seconds})


fields = st.lists(st.tuples(totals, times), max_size=12).map(
    lambda pairs: [row(entry, *pair) for entry, pair in enumerate(pairs)]
)
last_rules = st.sampled_from(LastRule)


@given(fields, last_rules, st.randoms(use_true_random=False))
def test_the_order_of_rows_never_shows(rows: list[StandingRow], last: LastRule, random: Random) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert rank(shuffled, [TOTAL, TIME], last) == rank(rows, [TOTAL, TIME], last)


@given(fields, last_rules)
def test_everybody_stands_once_and_only_numbers_have_a_rank(rows: list[StandingRow], last: LastRule) -> None:
    standings = rank(rows, [TOTAL, TIME], last)
    ranked = [placement.entry for placement in standings.placements]
    apart = [entry.entry for entry in standings.apart]
    assert sorted(ranked + apart) == [row.entry for row in rows]
    assert set(apart) == {row.entry for row in rows if isinstance(row.total, Special)}


@given(fields)
def test_a_rank_is_one_more_than_the_entries_ahead(rows: list[StandingRow]) -> None:
    placements = rank(rows, [TOTAL], LastRule.SHARED).placements
    for placement in placements:
        assert placement.rank == 1 + sum(other.total > placement.total for other in placements)


@given(fields)
def test_a_shared_rank_is_shared_by_two_and_an_unshared_one_says_what_decided(
    rows: list[StandingRow],
) -> None:
    placements = rank(rows, [TOTAL, TIME], LastRule.SHARED).placements
    for placement in placements:
        holders = sum(other.rank == placement.rank for other in placements)
        assert placement.shared is (holders > 1)
        assert (placement.decided_by is None) is (placement.shared or len(placements) == 1)
        assert not placement.unresolved


@given(fields)
def test_unresolved_groups_are_the_shared_ranks(rows: list[StandingRow]) -> None:
    standings = rank(rows, [TOTAL], LastRule.UNRESOLVED)
    shared = [placement.entry for placement in standings.placements if placement.shared]
    assert [entry for group in standings.unresolved for entry in group] == shared
    assert all(len(group) > 1 for group in standings.unresolved)


def test_without_keys_all_are_equal() -> None:
    rows = [row(entry, Decimal(entry), None) for entry in range(3)]
    assert [placement.rank for placement in rank(rows, [], LastRule.SHARED).placements] == [1, 1, 1]
