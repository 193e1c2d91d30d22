"""How far the judges are: for the console, while marking goes on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Max, OuterRef, Q, QuerySet, Subquery

from competition.models import CurrentMark, EntryState, Event, ModuleScore, PanelMember, Sheet, SheetState
from competition.queries.scheme_core import SchemeCore, scheme_core
from people.models import Device
from scoring.scheme import is_judged, judged_aspects
from scoring.values import NotMarked

MOST_MISSING = 200  # rows of the list of open cells; the counts are always whole
_COUNTS = Q(current_marks__isnull=False) & ~Q(current_marks__special=NotMarked.value)


@dataclass(frozen=True, slots=True)
class JudgeProgress:
    """Sheets of one judge in one panel. `complete` sheets have every aspect marked."""

    panel_id: UUID
    panel: str
    panel_en: str
    judge_id: UUID
    judge: str
    role: str
    sheets: int
    complete: int
    signed: int
    marked: int
    expected: int
    last_mark_at: datetime | None
    device: str | None
    device_seen_at: datetime | None


def judges_progress(event: Event) -> list[JudgeProgress]:
    """Three statements (and two when this process has not met the scheme)."""
    sizes = {
        module_id: len(tuple(judged_aspects(module)))
        for module_id, module in scheme_core(event).modules.items()
    }
    work: dict[tuple[UUID, UUID], list[Any]] = {}
    for sheet in _sheets(event):
        work.setdefault((sheet["module_id"], sheet["judge_id"]), []).append(sheet)
    members: dict[UUID, PanelMember] = {}
    modules: dict[UUID, list[UUID]] = {}
    for member in _members(event):
        members[member.id] = member
        modules.setdefault(member.id, []).append(member.module_id)  # type: ignore[attr-defined]
    return [
        _judge(
            member,
            [sheet for module_id in modules[id_] for sheet in work.get((module_id, member.user_id), [])],
            sizes,
        )
        for id_, member in members.items()
    ]


def _sheets(event: Event) -> Iterable[Any]:
    return (
        Sheet.objects.filter(entry__event=event, entry__state=EntryState.COMPETING)
        .values("id", "module_id", "judge_id", "state")
        .annotate(marked=Count("current_marks", filter=_COUNTS), last=Max("current_marks__mark__received_at"))
        .order_by()
    )


def _members(event: Event) -> QuerySet[PanelMember]:
    device = Device.objects.filter(user=OuterRef("user"), event_id=event.id, revoked_at=None).order_by(
        F("last_seen_at").desc(nulls_last=True), "-paired_at"
    )
    return (
        PanelMember.objects.filter(panel__event=event)
        .select_related("panel", "user")
        .annotate(
            module_id=F("panel__modules"),
            device_label=Subquery(device.values("label")[:1]),
            device_seen=Subquery(device.values("last_seen_at")[:1]),
        )
        .order_by("panel__name", "panel_id", "position", "id")
    )


def _judge(member: Any, sheets: list[Any], sizes: dict[UUID, int]) -> JudgeProgress:
    times = [sheet["last"] for sheet in sheets if sheet["last"]]
    return JudgeProgress(
        panel_id=member.panel_id,
        panel=member.panel.name,
        panel_en=member.panel.name_en,
        judge_id=member.user_id,
        judge=str(member.user),
        role=member.role,
        sheets=len(sheets),
        complete=sum(sheet["marked"] >= sizes[sheet["module_id"]] for sheet in sheets),
        signed=sum(sheet["state"] == SheetState.SIGNED for sheet in sheets),
        marked=sum(sheet["marked"] for sheet in sheets),
        expected=sum(sizes[sheet["module_id"]] for sheet in sheets),
        last_mark_at=max(times, default=None),
        device=member.device_label,
        device_seen_at=member.device_seen,
    )


def progress_row(judge: JudgeProgress) -> dict[str, Any]:
    return {
        "panel": {"id": str(judge.panel_id), "name": judge.panel, "name_en": judge.panel_en},
        "judge": {"id": str(judge.judge_id), "name": judge.judge, "role": judge.role},
        "sheets": judge.sheets,
        "complete": judge.complete,
        "signed": judge.signed,
        "marked": judge.marked,
        "expected": judge.expected,
        "last_mark_at": judge.last_mark_at and judge.last_mark_at.isoformat(),
        "device": judge.device and {"label": judge.device, "last_seen_at": _iso(judge)},
    }


def _iso(judge: JudgeProgress) -> str | None:
    return judge.device_seen_at.isoformat() if judge.device_seen_at else None


def findings_in(event: Event) -> list[dict[str, Any]]:
    """What `scoring` found that judges have to settle, such as judgement scores too far apart; one statement."""
    rows = (
        ModuleScore.objects.filter(entry__event=event, entry__state=EntryState.COMPETING)
        .exclude(findings=[])
        .order_by("entry__work_code", "module__position")
        .values_list("entry_id", "entry__work_code", "module__code", "findings")
    )
    return [
        {"entry_id": str(entry_id), "entry_code": code, "module": module, **finding}
        for entry_id, code, module, findings in rows
        for finding in findings
    ]


def missing_in(event: Event) -> dict[str, Any]:
    """Sheets that lack marks, with the aspect codes: `{"sheets": n, "cells": n, "items": […]}`; two statements."""
    core = scheme_core(event)
    marked: dict[UUID, set[UUID]] = {}
    marks = CurrentMark.objects.filter(sheet__entry__event=event).exclude(special=NotMarked.value)
    for sheet_id, aspect_id in marks.values_list("sheet_id", "aspect_id"):
        marked.setdefault(sheet_id, set()).add(aspect_id)
    rows = Sheet.objects.filter(entry__event=event, entry__state=EntryState.COMPETING).order_by(
        "entry__work_code", "module__position", "judge__name", "id"
    )
    items = [
        {
            "sheet_id": str(row[0]),
            "entry_code": row[2],
            "module": row[3],
            "judge_id": str(row[4]),
            "judge": row[5],
            "aspects": codes,
        }
        for row in rows.values_list(
            "id", "module_id", "entry__work_code", "module__code", "judge_id", "judge__name"
        )
        if (codes := _open_codes(core, row[1], marked.get(row[0], set())))
    ]
    cells = sum(len(item["aspects"]) for item in items)
    return {"sheets": len(items), "cells": cells, "items": items[:MOST_MISSING]}


def _open_codes(core: SchemeCore, module_id: UUID, marked: set[UUID]) -> list[str]:
    return [
        ref.aspect.code
        for aspect_id, ref in core.aspects.items()
        if ref.module_id == module_id and aspect_id not in marked and is_judged(ref.aspect)
    ]
