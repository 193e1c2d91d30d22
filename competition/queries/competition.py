from uuid import UUID

from django.db.models import Count, QuerySet
from django.shortcuts import get_object_or_404

from competition.models import Competition
from competition.permissions import competitions_for
from people.actor import Actor


def competition_list(actor: Actor) -> QuerySet[Competition]:
    """With `event_count` and `entry_count`; one statement."""
    return (
        competitions_for(actor)
        .select_related("organisation")
        .annotate(
            event_count=Count("events", distinct=True), entry_count=Count("events__entries", distinct=True)
        )
    )


def competition_detail(actor: Actor, competition_id: UUID) -> Competition:
    return get_object_or_404(competition_list(actor), id=competition_id)
