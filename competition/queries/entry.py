from uuid import UUID

from django.db.models import DecimalField, OuterRef, Q, QuerySet, Subquery

from competition.models import Entry, EntryState, Event, ModuleScore, ModuleSource
from competition.permissions import can_view_names
from competition.queries.event import viewable_event
from people.actor import Actor
from people.permissions import require


def entry_list(
    actor: Actor, event_id: UUID, *, query: str = "", state: EntryState | None = None
) -> QuerySet[Entry]:
    """By name, so not for whoever marks the event. Raises not_found, not_allowed."""
    event = viewable_event(actor, event_id)
    require(can_view_names(actor, event))
    rows = entries_of(event)
    if state:
        rows = rows.filter(state=state)
    if query.strip():
        rows = rows.filter(_matches(query.strip()))
    return rows


def entries_of(event: Event) -> QuerySet[Entry]:
    """With person, delegation and `theory_score`; one statement."""
    theory = ModuleScore.objects.filter(entry=OuterRef("pk"), module__source=ModuleSource.IMPORTED)
    return (
        Entry.objects.filter(event=event)
        .select_related("person", "delegation")
        .annotate(
            theory_score=Subquery(
                theory.values("score")[:1], output_field=DecimalField(max_digits=8, decimal_places=2)
            )
        )
        .annotate(theory_special=Subquery(theory.values("special")[:1]))
    )


def _matches(query: str) -> Q:
    paths = ("person__name", "person__name_en", "person__employer", "delegation__name", "number", "work_code")
    found = Q()
    for path in paths:
        found |= Q(**{f"{path}__icontains": query})
    return found
