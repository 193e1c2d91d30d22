"""What the judges of one module have given one entry."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from competition.models import Sheet
from scoring.values import Mark, Special


@dataclass(frozen=True, slots=True)
class Standing:
    """The mark that counts in one cell, and where it came from."""

    mark: Mark
    device_id: UUID | None
    since: datetime


@dataclass(frozen=True, slots=True)
class ModuleCells:
    """`judges` is the panel: whoever has a sheet. `cells` by (judge, aspect row)."""

    judges: Sequence[str]
    cells: dict[tuple[str, UUID], Standing] = field(default_factory=dict)


def mark_of(value: Decimal | None, special: str) -> Mark:
    return Special(special) if special or value is None else value


def effective_time(device_time: datetime, received_at: datetime) -> datetime:
    """A tablet whose clock runs ahead must not win for ever: never later than the arrival."""
    return min(device_time, received_at)


def module_cells(entry_id: UUID, module_id: UUID) -> ModuleCells:
    """One statement; call it with the module's score row locked."""
    rows = (
        Sheet.objects.filter(entry_id=entry_id, module_id=module_id)
        .order_by("judge_id")
        .values_list(
            "judge_id",
            "current_marks__aspect_id",
            "current_marks__value",
            "current_marks__special",
            "current_marks__mark__device_id",
            "current_marks__mark__device_time",
            "current_marks__mark__received_at",
        )
    )
    found = ModuleCells(judges=[])
    judges: dict[str, None] = {}
    for judge_id, aspect_id, value, special, device_id, device_time, received_at in rows:
        judges[str(judge_id)] = None
        if aspect_id is not None:
            since = effective_time(device_time, received_at)
            found.cells[str(judge_id), aspect_id] = Standing(mark_of(value, special), device_id, since)
    return ModuleCells(judges=list(judges), cells=found.cells)
