"""What changed for whom between two versions of an event's results."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

FIELDS: Final = ("rank", "total", "award", "state")
ISSUE, REVOKE, REPLACE = "issue", "revoke", "replace"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """`before` and `after` as the results state them; None where there is none."""

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class RowChange:
    """`row` is the newer of the two; `certificate` is what has to happen to one: issue, revoke or replace."""

    row: Mapping[str, Any]
    changes: tuple[FieldChange, ...]
    certificate: str | None


@dataclass(frozen=True, slots=True)
class Difference:
    changed: tuple[RowChange, ...]
    unchanged: int
    award_rules_changed: bool


def difference(before: Mapping[str, Any], after: Mapping[str, Any]) -> Difference:
    """Both as `ResultSet.content`. In the order of the newer ranking; entries that are gone come last."""
    old = {row["entry_id"]: row for row in before["rows"]}
    new = {row["entry_id"]: row for row in after["rows"]}
    gone = [key for key in old if key not in new]
    found = [_row_change(old.get(key), new.get(key)) for key in (*new, *gone)]
    changed = tuple(change for change in found if change.changes)
    return Difference(changed, len(found) - len(changed), before["award_rules"] != after["award_rules"])


def _row_change(old: Mapping[str, Any] | None, new: Mapping[str, Any] | None) -> RowChange:
    before, after = old or {}, new or {}
    changes = tuple(
        FieldChange(field, _text(before.get(field)), _text(after.get(field)))
        for field in FIELDS
        if before.get(field) != after.get(field)
    )
    certificate = _certificate(before.get("award"), after.get("award"))
    return RowChange(new if new is not None else before, changes, certificate)


def _certificate(before: str | None, after: str | None) -> str | None:
    if before == after:
        return None
    if before is None:
        return ISSUE
    return REVOKE if after is None else REPLACE


def _text(value: object) -> str | None:
    return None if value is None else str(value)
