from decimal import Decimal

import pytest

from scoring.errors import InvalidRule, Problem
from scoring.standings import StandingRow, rank
from scoring.tie_problems import tie_key_problems
from scoring.ties import (
    TIME,
    TOTAL,
    LastRule,
    Order,
    TieKey,
    TieKeyKind,
    TopNeverShared,
    last_rule_from_text,
    last_rule_to_text,
)
from tests.scoring.schemes import imported, module, scheme

A = TieKey(TieKeyKind.MODULE, "A")
EVENT = scheme(imported(), module(weight="70"))


def test_a_key_that_comes_twice_has_no_effect() -> None:
    assert tie_key_problems([TOTAL, A, TIME, A]) == [
        Problem("tie_key_repeated", {"key": "module:A", "first": "2", "again": "4"})
    ]


def test_a_key_that_comes_twice_in_opposite_directions_contradicts() -> None:
    slow = TieKey(TieKeyKind.TIME, order=Order.MORE_FIRST)
    assert tie_key_problems([TOTAL, TIME, slow]) == [
        Problem("tie_keys_contradict", {"key": "time", "first": "2", "again": "3"})
    ]


def test_the_usual_order_written_out_is_no_contradiction() -> None:
    assert [
        problem.code for problem in tie_key_problems([TIME, TieKey(TieKeyKind.TIME, order=Order.LESS_FIRST)])
    ] == ["tie_key_repeated"]


def test_keys_of_a_scheme_must_stand_in_it() -> None:
    keys = [
        TOTAL,
        TIME,
        A,
        TieKey(TieKeyKind.CRITERION, "B/B"),
        TieKey(TieKeyKind.KIND, "theory"),
        TieKey(TieKeyKind.MODULE, "Z"),
        TieKey(TieKeyKind.COUNT, "first"),
    ]
    assert tie_key_problems(keys) == []
    assert tie_key_problems(keys, EVENT) == [
        Problem("tie_key_unknown", {"key": "module:Z", "place": "6"}),
        Problem("tie_key_unknown", {"key": "count:first", "place": "7"}),
    ]


@pytest.mark.parametrize("last", [*LastRule, TopNeverShared(3)])
def test_last_rules_survive_as_text(last: LastRule | TopNeverShared) -> None:
    assert last_rule_from_text(last_rule_to_text(last)) == last


@pytest.mark.parametrize("text", ["by_lot", "top_0_never_shared"])
def test_other_last_rules_are_refused(text: str) -> None:
    with pytest.raises(InvalidRule, match="last_rule_unknown"):
        last_rule_from_text(text)


def test_a_group_that_begins_in_the_top_is_open_as_a_whole() -> None:
    rows = [StandingRow(entry, Decimal(80), {"total": Decimal(80)}) for entry in "ABCD"]
    standings = rank(rows, [TOTAL], TopNeverShared(1))
    assert standings.unresolved == (("A", "B", "C", "D"),)
