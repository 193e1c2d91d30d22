"""How every action before the first mark gets hold of its event: found, permitted, locked, not yet started."""

from uuid import UUID

from django.shortcuts import get_object_or_404

from common.errors import problem
from competition.models import Event, EventState
from competition.permissions import can_organise
from people.actor import Actor
from people.permissions import require

EVENT_STARTED = problem(
    "event_started",
    409,
    "“{event}”已开始评分，评分标准、名单、裁判和抽签均已锁定，不能再修改。",
    "Marking of “{event}” has started: scheme, entries, panels and draw are locked and cannot be changed.",
)


def organised_event(*, actor: Actor, event_id: UUID) -> Event:
    """The event's row, locked until the transaction ends. Raises not_found, not_allowed."""
    rows = Event.objects.select_related("competition__organisation").select_for_update(of=("self",))
    event = get_object_or_404(rows, id=event_id)
    require(can_organise(actor, event.competition))
    return event


def event_before_start(*, actor: Actor, event_id: UUID) -> Event:
    """As `organised_event`. Raises event_started once marking has begun."""
    event = organised_event(actor=actor, event_id=event_id)
    if event.state not in (EventState.SETUP, EventState.READY):
        raise EVENT_STARTED(event=event.name)
    return event
