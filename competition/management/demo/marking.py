"""The demo's judges at work, through the real actions."""

from random import Random
from typing import Any

from common import clock
from common.ids import new_id
from competition.actions.mark import MarkInput, record_marks
from competition.actions.sheet import sign_sheet
from competition.management.rehearsal.values import plausible_value, skill_of
from competition.models import Aspect, Event, PanelMember, Sheet
from people.actions.device import issue_pairing_code, pair_device
from people.actor import SYSTEM, Actor
from people.models import User
from scoring.aspects import COMPUTED_KINDS


def on_tablet(user: User, event: Event, label: str) -> Actor:
    """The user with a newly paired device, as an actor."""
    code = issue_pairing_code(actor=SYSTEM, user=user, event_id=event.id)
    device, _ = pair_device(code=code, label=label, user_agent="demo", ip="127.0.0.1")
    return Actor(user=user, device=device, ip="127.0.0.1")


def mark_sheets(event: Event, *, share: float, seed: int) -> None:
    """Marks and signs the first `share` (0…1) of every judge's sheets, in start order."""
    aspects: dict[Any, list[Aspect]] = {}
    for aspect in Aspect.objects.filter(module__event=event).order_by("module_id", "position"):
        aspects.setdefault(aspect.module_id, []).append(aspect)
    members = PanelMember.objects.filter(panel__event=event, scores=True).select_related("user")
    for number, member in enumerate(members, start=1):
        actor = on_tablet(member.user, event, f"示例平板 {number}")
        chance = Random(f"{seed}:{number}")  # noqa: S311
        sheets = Sheet.objects.filter(judge=member.user, entry__event=event).select_related("entry")
        ordered = list(sheets.order_by("entry__start_order", "module__position"))
        for sheet in ordered[: round(len(ordered) * share)]:
            _mark(actor, sheet, aspects[sheet.module_id], chance, seed)


def _mark(actor: Actor, sheet: Sheet, aspects: list[Aspect], chance: Random, seed: int) -> None:
    skill = skill_of(sheet.entry.work_code, seed)
    marks = [
        MarkInput(
            id=new_id(),
            sheet_id=sheet.id,
            aspect_id=aspect.id,
            value=plausible_value(aspect.rule, skill, chance),
            special=None,
            device_time=clock.now(),
        )
        for aspect in aspects
        if aspect.rule["kind"] not in COMPUTED_KINDS
    ]
    outcomes = record_marks(actor=actor, marks=marks)
    refused = [outcome.problem for outcome in outcomes if outcome.problem]
    if refused:
        raise refused[0]
    sign_sheet(actor=actor, sheet_id=sheet.id, revision=outcomes[-1].sheet_revision)
