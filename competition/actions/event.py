from decimal import Decimal
from typing import TypedDict, Unpack
from uuid import UUID

from django.db import transaction
from django.shortcuts import get_object_or_404

from common import audit
from common.errors import problem
from competition.actions.changes import apply_changes
from competition.actions.event_access import EVENT_STARTED, organised_event
from competition.actions.theory import set_theory_weight
from competition.actions.tie_keys import check_tie_keys
from competition.events import touch_boards
from competition.models import BoardShows, Competition, Event, EventState
from competition.permissions import can_organise
from people.actor import Actor
from people.permissions import require

EVENT_CODE_TAKEN = problem(
    "event_code_taken",
    409,
    "本竞赛已有代码为 {code} 的赛项，请换一个代码。",
    "This competition already has an event with the code {code}. Please choose another.",
)
# Titles, weights and stations are part of what the draw and the scheme rest on; the board is not.
FREE_AFTER_START = {"board_shows"}


class EventChanges(TypedDict, total=False):
    name: str
    name_en: str
    occupation: str
    occupation_en: str
    theory_weight: Decimal
    stations: int
    board_shows: BoardShows
    tie_keys: list[str]


@transaction.atomic
def create_event(
    *,
    actor: Actor,
    competition_id: UUID,
    code: str,
    name: str,
    occupation: str,
    name_en: str = "",
    occupation_en: str = "",
    theory_weight: Decimal = Decimal(0),
    stations: int = 8,
    board_shows: BoardShows = BoardShows.TOTALS,
) -> Event:
    competition = get_object_or_404(Competition.objects.select_related("organisation"), id=competition_id)
    require(can_organise(actor, competition))
    if competition.events.filter(code=code).exists():
        raise EVENT_CODE_TAKEN(code=code)
    event = Event.objects.create(
        competition=competition,
        code=code,
        name=name,
        name_en=name_en,
        occupation=occupation,
        occupation_en=occupation_en,
        stations=stations,
        board_shows=board_shows,
    )
    set_theory_weight(event, theory_weight)
    audit.record(
        actor=actor,
        action="event.create",
        subject="event",
        subject_id=event.id,
        data={"code": code, "name": name, "theory_weight": str(theory_weight)},
    )
    return event


@transaction.atomic
def update_event(*, actor: Actor, event_id: UUID, **changes: Unpack[EventChanges]) -> Event:
    event = organised_event(actor=actor, event_id=event_id)
    if event.state not in (EventState.SETUP, EventState.READY) and set(changes) - FREE_AFTER_START:
        raise EVENT_STARTED(event=event.name)
    check_tie_keys(changes.get("tie_keys", []))
    theory_weight = changes.pop("theory_weight", event.theory_weight)
    changed = apply_changes(event, changes)
    if theory_weight != event.theory_weight:
        changed["theory_weight"] = [str(event.theory_weight), str(theory_weight)]
        set_theory_weight(event, theory_weight)
    if changed:
        audit.record(actor=actor, action="event.update", subject="event", subject_id=event.id, data=changed)
        touch_boards(event.id)
    return event
