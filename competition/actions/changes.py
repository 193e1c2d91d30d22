"""Partial updates: only what was sent and differs is written, and the audit gets before and after."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Model


def apply_changes(row: Model, changes: Mapping[str, Any]) -> dict[str, list[str]]:
    """Saves the fields that differ. The answer is `{field: [before, after]}` as text."""
    changed = {name: value for name, value in changes.items() if getattr(row, name) != value}
    told = {name: [str(getattr(row, name)), str(value)] for name, value in changed.items()}
    for name, value in changed.items():
        setattr(row, name, value)
    if changed:
        row.save(update_fields=list(changed))
    return told
