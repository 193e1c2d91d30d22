from uuid import UUID

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.shortcuts import get_object_or_404

from competition.models import Aspect, Entry, Event, PanelMember
from competition.permissions import can_view_event, events_for
from people.actor import Actor
from people.permissions import event_ids_for


def _count(rows: QuerySet[Entry] | QuerySet[Aspect] | QuerySet[PanelMember], path: str) -> Coalesce:
    """A count of its own, since joining several lists of an event multiplies their rows."""
    counted = rows.filter(**{path: OuterRef("pk")}).order_by().values(path)
    return Coalesce(Subquery(counted.annotate(total=Count("pk", distinct=True)).values("total")), 0)


def with_counts(events: QuerySet[Event]) -> QuerySet[Event]:
    """`entry_count`, `aspect_count`, `member_count`, in one statement."""
    return events.select_related("competition__organisation").annotate(
        entry_count=_count(Entry.objects.all(), "event"),
        aspect_count=_count(Aspect.objects.all(), "module__event"),
        member_count=_count(PanelMember.objects.all(), "panel__event"),
    )


def event_list(actor: Actor, competition_id: UUID | None = None) -> QuerySet[Event]:
    """The events of the actor's organisations, and those the actor judges."""
    rows = events_for(actor) | Event.objects.filter(id__in=event_ids_for(actor))
    if competition_id:
        rows = rows.filter(competition=competition_id)
    return with_counts(rows)


def event_detail(actor: Actor, event_id: UUID) -> Event:
    return get_object_or_404(event_list(actor), id=event_id)


def viewable_event(actor: Actor, event_id: UUID) -> Event:
    """Without counts. Raises not_found for whoever may not see it."""
    event = get_object_or_404(Event.objects.select_related("competition__organisation"), id=event_id)
    return event if can_view_event(actor, event) else get_object_or_404(Event.objects.none())
