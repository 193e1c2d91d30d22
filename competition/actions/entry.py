from uuid import UUID

from django.db import transaction
from django.shortcuts import get_object_or_404

from common import audit
from common.errors import problem
from competition.actions.correction import back_to_marking, require_seen
from competition.actions.sheets import open_sheets
from competition.events import touch_boards
from competition.models import Entry, EntryState, Event, EventState
from competition.permissions import can_chief, can_organise
from competition.queries.preview import StateChange
from people.actor import Actor
from people.permissions import require

LONGEST_REASON = 200
REASON_MISSING = problem(
    "entry_reason_missing",
    422,
    "请写明原因（最多 {limit} 字），它会随成绩一起存档。",
    "Please give the reason (at most {limit} characters); it is kept with the results.",
)


@transaction.atomic
def update_entry_state(
    *, actor: Actor, entry_id: UUID, state: EntryState, reason: str = "", seen: str = ""
) -> Entry:
    """Organiser or chief judge. Somebody who competes after all gets the sheets that were not opened.

    Confirmed results fall back to marking and need `seen`, the fingerprint of the preview.
    """
    entry = get_object_or_404(Entry.objects.select_related("person", "delegation"), id=entry_id)
    rows = Event.objects.select_related("competition__organisation").select_for_update(of=("self",))
    event = rows.get(id=entry.event_id)
    require(can_organise(actor, event.competition) or can_chief(actor, event))
    if state != EntryState.COMPETING and not 0 < len(reason.strip()) <= LONGEST_REASON:
        raise REASON_MISSING(limit=LONGEST_REASON)
    if event.state in (EventState.CONFIRMED, EventState.PUBLISHED):
        require_seen(event, seen, StateChange(entry.id, state))
        back_to_marking(event)
    before, entry.state = entry.state, state
    entry.state_reason = "" if state == EntryState.COMPETING else reason.strip()
    entry.save(update_fields=["state", "state_reason"])
    if state == EntryState.COMPETING and event.state == EventState.MARKING:
        open_sheets(event, [entry])
    audit.record(
        actor=actor,
        action="entry.state",
        subject="entry",
        subject_id=entry.id,
        data={"state": [before, state], "reason": entry.state_reason},
    )
    touch_boards(event.id)
    return entry
