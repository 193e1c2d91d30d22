"""Everything one judge's tablet needs for a session without network: work codes, never names, own marks only."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db.models import F

from competition.models import Aspect, CurrentMark, Event, EventState, Module, PanelMember, Sheet
from people.actor import Actor
from scoring.text import plain


def event_of_judge(actor: Actor, event_id: UUID | None = None) -> Event | None:
    """The event the tablet was paired for; without a tablet the one asked for, or the latest to be marked."""
    if actor.user is None:
        return None
    wanted = actor.device.event_id if actor.device else event_id
    events = Event.objects.select_related("competition").filter(panels__members__user=actor.user).distinct()
    if wanted or actor.device:
        return events.filter(id__in=[wanted] if wanted else []).first()
    return events.exclude(state=EventState.SETUP).order_by(F("started_at").desc(nulls_last=True)).first()


def judge_packet(actor: Actor, event: Event) -> dict[str, Any]:
    """Five statements, however many sheets."""
    members = PanelMember.objects.filter(panel__event=event, user=actor.user)
    roles = list(members.values_list("role", flat=True))
    sheets = list(
        Sheet.objects.filter(entry__event=event, judge_id=actor.user_id)
        .order_by("entry__start_order", "entry__work_code", "module__position")
        .values(*_SHEET_FIELDS)
    )
    modules = Module.objects.filter(sheets__judge_id=actor.user_id, event=event).distinct()
    return {
        "event": _event(event),
        "judge": {
            "id": str(actor.user_id),
            "name": actor.name,
            "role": "chief" if "chief" in roles else "judge",
        },
        "modules": _modules(list(modules.order_by("position", "code"))),
        "sheets": _sheets(sheets, _marks(event, actor)),
    }


_SHEET_FIELDS = (
    "id",
    "module_id",
    "state",
    "revision",
    "signed_at",
    "entry__work_code",
    "entry__station",
    "entry__start_order",
    "entry__state",
)
_ORDER = (
    "module_id",
    "sub_criterion__criterion__position",
    "sub_criterion__criterion_id",
    "sub_criterion__position",
    "sub_criterion_id",
    "position",
)


def _event(event: Event) -> dict[str, Any]:
    return {
        "id": str(event.id),
        "code": event.code,
        "name": event.name,
        "name_en": event.name_en,
        "occupation": event.occupation,
        "occupation_en": event.occupation_en,
        "state": event.state,
        "competition": {"name": event.competition.name, "name_en": event.competition.name_en},
    }


def _modules(modules: Sequence[Module]) -> list[dict[str, Any]]:
    aspects = (
        Aspect.objects.filter(module__in=[module.id for module in modules])
        .select_related("sub_criterion__criterion")
        .order_by(*_ORDER)
    )
    by_module = {module_id: list(rows) for module_id, rows in groupby(aspects, lambda row: row.module_id)}
    return [
        {
            "id": str(module.id),
            "code": module.code,
            "name": module.name,
            "name_en": module.name_en,
            "criteria": _criteria(by_module.get(module.id, [])),
        }
        for module in modules
    ]


def _criteria(aspects: Iterable[Aspect]) -> list[dict[str, Any]]:
    return [
        {"code": criterion.code, "name": criterion.name, "sub_criteria": _sub_criteria(rows)}
        for criterion, rows in groupby(aspects, lambda row: row.sub_criterion.criterion)
    ]


def _sub_criteria(aspects: Iterable[Aspect]) -> list[dict[str, Any]]:
    return [
        {"code": sub.code, "name": sub.name, "day": sub.day, "aspects": [_aspect(row) for row in rows]}
        for sub, rows in groupby(aspects, lambda row: row.sub_criterion)
    ]


def _aspect(row: Aspect) -> dict[str, Any]:
    return {
        "id": str(row.id),
        "code": row.code,
        "description": row.description,
        "extra": row.extra,
        "requirement": row.requirement,
        "max_mark": format(row.max_mark, "f"),
        "kind": row.rule["kind"],
        "rule": row.rule,
    }


def _marks(event: Event, actor: Actor) -> dict[UUID, dict[str, Any]]:
    rows = CurrentMark.objects.filter(sheet__entry__event=event, sheet__judge_id=actor.user_id)
    found: dict[UUID, dict[str, Any]] = {}
    for sheet_id, aspect_id, mark_id, value, special, device_time in rows.values_list(
        "sheet_id", "aspect_id", "mark_id", "value", "special", "mark__device_time"
    ):
        found.setdefault(sheet_id, {})[str(aspect_id)] = {
            "id": str(mark_id),
            "value": None if value is None else plain(value),
            "special": special or None,
            "device_time": device_time,
        }
    return found


def _sheets(rows: Sequence[Any], marks: dict[UUID, dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {
            "id": str(row["id"]),
            "module_id": str(row["module_id"]),
            "entry_code": row["entry__work_code"],
            "entry_state": row["entry__state"],
            "station": row["entry__station"],
            "start_order": row["entry__start_order"],
            "state": row["state"],
            "revision": row["revision"],
            "signed_at": row["signed_at"],
            "marks": marks.get(row["id"], {}),
        }
        for row in rows
    ]
