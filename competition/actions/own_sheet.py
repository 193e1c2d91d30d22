from uuid import UUID

from competition.models import Sheet
from people.actor import Actor


def locked_own_sheet(*, actor: Actor, sheet_id: UUID) -> Sheet | None:
    """The actor's own sheet, locked until the transaction ends, with its entry and event.

    A tablet that was paired for one event reaches the sheets of that event only.
    """
    sheets = Sheet.objects.filter(id=sheet_id, judge_id=actor.user_id)
    if actor.device is not None:
        sheets = sheets.filter(entry__event__id__in=[actor.device.event_id] if actor.device.event_id else [])
    return sheets.select_for_update(of=("self",)).select_related("entry__event").first()
