import pytest

from competition.domain.ladder import ladder
from scoring.errors import InvalidRule
from scoring.ties import LastRule


def names(keys: list[str]) -> tuple[list[str], LastRule]:
    found, last = ladder(keys)
    return [key.name for key in found], last


def test_without_a_ladder_skills_decide_before_theory_and_ranks_are_shared() -> None:
    assert names([]) == (["total", "kind:practice", "kind:theory"], LastRule.SHARED)


def test_the_total_always_comes_first_and_once() -> None:
    assert names(["module:B", "total", "criterion:B/B1"]) == (
        ["total", "module:B", "criterion:B/B1"],
        LastRule.SHARED,
    )


def test_the_last_word_leaves_equal_entries_to_a_person() -> None:
    assert names(["total", "unresolved"]) == (["total"], LastRule.UNRESOLVED)
    assert names(["unresolved"]) == (["total"], LastRule.UNRESOLVED)


@pytest.mark.parametrize("keys", [["luck"], ["module"], ["total:A"], [""], ["total", "kind:"]])
def test_what_is_no_key_is_refused(keys: list[str]) -> None:
    with pytest.raises(InvalidRule):
        ladder(keys)
