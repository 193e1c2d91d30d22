from typing import Any

from competition.domain.difference import FieldChange, difference


def row(
    entry: str, rank: int | None, total: str | None, award: str | None = None, **more: Any
) -> dict[str, Any]:
    return {"entry_id": entry, "rank": rank, "total": total, "award": award, "state": "competing", **more}


def content(*rows: dict[str, Any], rules: list[str] | None = None) -> dict[str, Any]:
    return {"rows": list(rows), "award_rules": rules or []}


def told(before: dict[str, Any], after: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [
        (
            change.row["entry_id"],
            {one.field: (one.before, one.after) for one in change.changes},
            change.certificate,
        )
        for change in difference(before, after).changed
    ]


def test_equal_results_differ_in_nothing() -> None:
    same = content(row("a", 1, "90.00"), row("b", 2, "80.00"))
    found = difference(same, same)
    assert (found.changed, found.unchanged, found.award_rules_changed) == ((), 2, False)


def test_two_who_change_places_both_show_with_their_prizes() -> None:
    before = content(row("a", 1, "90.00", "一等奖"), row("b", 2, "89.00", "二等奖"), row("c", 3, "70.00"))
    after = content(row("b", 1, "91.00", "一等奖"), row("a", 2, "90.00", "二等奖"), row("c", 3, "70.00"))
    assert told(before, after) == [
        ("b", {"rank": ("2", "1"), "total": ("89.00", "91.00"), "award": ("二等奖", "一等奖")}, "replace"),
        ("a", {"rank": ("1", "2"), "award": ("一等奖", "二等奖")}, "replace"),
    ]


def test_a_disqualified_winner_loses_the_certificate_and_the_next_gets_one() -> None:
    before = content(row("a", 1, "90.00", "一等奖"), row("b", 2, "89.00"))
    after = content(row("b", 1, "89.00", "一等奖"), row("a", None, None, None, state="disqualified"))
    assert told(before, after) == [
        ("b", {"rank": ("2", "1"), "award": (None, "一等奖")}, "issue"),
        (
            "a",
            {
                "rank": ("1", None),
                "total": ("90.00", None),
                "award": ("一等奖", None),
                "state": ("competing", "disqualified"),
            },
            "revoke",
        ),
    ]


def test_an_entry_of_one_side_only_counts_as_changed() -> None:
    found = difference(content(row("a", 1, "90.00")), content(row("b", 1, "90.00")))
    assert [change.row["entry_id"] for change in found.changed] == ["b", "a"]
    assert found.changed[1].changes[0] == FieldChange("rank", "1", None)


def test_other_award_rules_are_told_even_when_nobody_is_touched() -> None:
    found = difference(content(row("a", 1, "90.00"), rules=["x"]), content(row("a", 1, "90.00"), rules=["y"]))
    assert (found.changed, found.award_rules_changed) == ((), True)
