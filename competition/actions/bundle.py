from uuid import UUID

from django.db import transaction
from django.shortcuts import get_object_or_404

from common import audit, clock
from common.errors import problem
from competition.models import Event, ResultSet
from competition.permissions import can_view_competition, can_view_names
from competition.queries.bundle import results_bundle
from people.actor import Actor
from people.permissions import require

NOTHING_TO_EXPORT = problem(
    "nothing_to_export",
    409,
    "裁判长确认成绩后才能导出存证包。",
    "There is nothing to export before the chief judge has confirmed the results.",
)


@transaction.atomic
def export_bundle(*, actor: Actor, event_id: UUID) -> bytes:
    """By staff who may see names; that it was taken out is in the log. Raises not_found, not_allowed, nothing_to_export."""
    rows = Event.objects.select_related("competition__organisation")
    event = get_object_or_404(rows, id=event_id)
    require(can_view_competition(actor, event.competition) and can_view_names(actor, event))
    if not ResultSet.objects.filter(event=event).exists():
        raise NOTHING_TO_EXPORT()
    audit.seal_pending()
    content = results_bundle(event, clock.now())
    audit.record(actor=actor, action="results.export", subject="event", subject_id=event.id, data={})
    return content
