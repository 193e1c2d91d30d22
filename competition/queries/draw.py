from uuid import UUID

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from competition.models import Draw, Event
from competition.permissions import can_view_names
from competition.queries.event import viewable_event
from people.actor import Actor
from people.permissions import require


def current_draw(actor: Actor, event_id: UUID) -> Draw:
    """The last draw. Its seed tells which work code belongs to which number, so it is seen like names are."""
    event = viewable_event(actor, event_id)
    require(can_view_names(actor, event))
    last = draws_of(event).first()
    return last or get_object_or_404(Draw.objects.none())


def draws_of(event: Event) -> QuerySet[Draw]:
    return Draw.objects.filter(event=event).order_by("-drawn_at", "-id")


def drawn_entries(draw: Draw) -> list[dict[str, object]]:
    """The outcome with the ids of the entries, in starting order."""
    ids = dict(draw.event.entries.values_list("number", "id"))
    return [{**row, "entry_id": ids.get(row["number"])} for row in draw.outcome]
