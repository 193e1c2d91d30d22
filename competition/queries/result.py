"""What the chief judge confirmed, and what stands in its way."""

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from competition.models import PUBLIC_STATES, EntryState, Event, EventState, ResultSet, Sheet, SheetState
from competition.queries.standings import EventStandings


def latest_result(event: Event) -> ResultSet | None:
    """The result set that stands; none while a reopened sheet has put the event back to marking."""
    if event.state not in (EventState.CONFIRMED, EventState.PUBLISHED):
        return None
    return ResultSet.objects.filter(event=event).order_by("-version").first()


def public_versions(event_id: UUID) -> QuerySet[ResultSet]:
    """What was ever published, the newest first; it stays public while a correction is under way."""
    rows = ResultSet.objects.filter(event_id=event_id, state__in=PUBLIC_STATES)
    return rows.select_related("event__competition").order_by("-version")


def published_result(event_id: UUID) -> ResultSet | None:
    return public_versions(event_id).first()


def with_publication(events: QuerySet[Event]) -> QuerySet[Event]:
    """For `is_public`, in the same statement."""
    published = ResultSet.objects.filter(event=OuterRef("pk"), state__in=PUBLIC_STATES)
    return events.annotate(has_publication=Exists(published))


def is_public(event: Event) -> bool:
    """Some version has been published, though the event may be open again; asks `with_publication`."""
    return bool(getattr(event, "has_publication", False))


def public_events() -> QuerySet[Event]:
    """Events that the public may look at: being marked (the board) or published."""
    states = (EventState.MARKING, EventState.CONFIRMED, EventState.PUBLISHED)
    return with_publication(Event.objects.filter(state__in=states).select_related("competition"))


def unsigned_sheets(event: Event) -> list[dict[str, str]]:
    """Open sheets of entries that compete; those of absent or withdrawn ones need no signature."""
    rows = Sheet.objects.filter(entry__event=event, entry__state=EntryState.COMPETING).exclude(
        state=SheetState.SIGNED
    )
    return [
        {"sheet_id": str(id_), "entry_code": code, "module": module, "judge": judge}
        for id_, code, module, judge in rows.order_by(
            "entry__work_code", "module__position", "judge__name", "id"
        ).values_list("id", "entry__work_code", "module__code", "judge__name")
    ]


def incomplete_entries(standings: EventStandings) -> list[str]:
    return [row.work_code for row in standings.rows if row.competing and not row.complete]


def unresolved_ties(standings: EventStandings) -> list[dict[str, Any]]:
    codes = {str(row.entry_id): row for row in standings.rows}
    return [
        {"rank": codes[group[0]].rank, "entry_codes": sorted(codes[entry].work_code for entry in group)}
        for group in standings.ranked.unresolved
    ]
