"""Who may look at the marks of an event before the public does, and what of it."""

from uuid import UUID

from django.shortcuts import get_object_or_404

from common.errors import NOT_FOUND
from competition.models import Entry, Event
from competition.permissions import can_chief, can_view_competition
from people.actor import Actor


def can_view_results(actor: Actor, event: Event) -> bool:
    """Staff and the chief judge; a judge must not see what the others gave."""
    return can_view_competition(actor, event.competition) or can_chief(actor, event)


def event_with_results(actor: Actor, event_id: UUID) -> Event:
    """Raises not_found also for those who may not look, so that nobody learns which events exist."""
    event = get_object_or_404(Event.objects.select_related("competition__organisation"), id=event_id)
    if not can_view_results(actor, event):
        raise NOT_FOUND()
    return event


def entry_with_results(actor: Actor, entry_id: UUID) -> Entry:
    """Raises not_found as `event_with_results`."""
    rows = Entry.objects.select_related("event__competition__organisation")
    entry = get_object_or_404(rows, id=entry_id)
    if not can_view_results(actor, entry.event):
        raise NOT_FOUND()
    return entry
