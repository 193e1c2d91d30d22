from typing import TypedDict, Unpack
from uuid import UUID

from django.db import transaction

from common import audit
from competition.actions.changes import apply_changes
from competition.actions.event_access import organised_event
from competition.models import ResultSettings
from people.actor import Actor


class ResultSettingsChanges(TypedDict, total=False):
    publicity_days: int
    publicity_working_days: bool


@transaction.atomic
def update_result_settings(
    *, actor: Actor, event_id: UUID, **changes: Unpack[ResultSettingsChanges]
) -> ResultSettings:
    """Holds for what is published from now on: a period that already runs keeps its end."""
    event = organised_event(actor=actor, event_id=event_id)
    settings, _ = ResultSettings.objects.get_or_create(event=event)
    changed = apply_changes(settings, changes)
    if changed:
        audit.record(
            actor=actor, action="results.settings", subject="event", subject_id=event.id, data=changed
        )
    return settings
