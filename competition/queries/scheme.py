from uuid import UUID

from django.db.models import Prefetch

from competition.models import Aspect, Module
from competition.queries.event import viewable_event
from people.actor import Actor


def scheme_tree(actor: Actor, event_id: UUID) -> list[Module]:
    """Modules with criteria, sub-criteria and aspects behind them; four statements after the permission."""
    event = viewable_event(actor, event_id)
    aspects = Prefetch("criteria__sub_criteria__aspects", queryset=Aspect.objects.order_by("position"))
    return list(
        Module.objects.filter(event=event).prefetch_related("criteria", "criteria__sub_criteria", aspects)
    )
