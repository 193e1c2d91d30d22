from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from common.errors import NOT_FOUND
from competition.models import Draw, Event, SeedCommitment
from competition.permissions import can_view_names
from competition.queries.event import viewable_event
from competition.queries.result import is_public, with_publication
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


def standing_commitment(event: Event) -> SeedCommitment | None:
    """Fixed, and not drawn with yet."""
    return SeedCommitment.objects.filter(event=event, used_by=None).first()


@dataclass(frozen=True, slots=True)
class PublicDraws:
    """`draws` with the last one first. Their seeds and outcomes are for telling only when `revealed`: they link
    work codes to entrants, so the public gets them together with the results.
    """

    event: Event
    revealed: bool
    standing: SeedCommitment | None
    draws: list[Draw]


def public_draws(event_id: UUID) -> PublicDraws:
    """Three statements. Raises not_found while nothing was fixed nor drawn."""
    event = get_object_or_404(with_publication(Event.objects.select_related("competition")), id=event_id)
    draws = list(draws_of(event).select_related("commitment"))
    standing = standing_commitment(event)
    if not draws and standing is None:
        raise NOT_FOUND()
    return PublicDraws(event, is_public(event), standing, draws)


def drawn_entries(draw: Draw) -> list[dict[str, object]]:
    """The outcome with the ids of the entries, in starting order."""
    ids = dict(draw.event.entries.values_list("number", "id"))
    return [{**row, "entry_id": ids.get(row["number"])} for row in draw.outcome]
