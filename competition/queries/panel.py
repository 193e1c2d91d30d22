from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.shortcuts import get_object_or_404

from competition.models import Module, Panel, PanelMember
from competition.queries.event import viewable_event
from people.actor import Actor


def panel_list(actor: Actor, event_id: UUID) -> QuerySet[Panel]:
    """With modules and members (`user.person`, `user.person.organisation`); three statements after the permission."""
    return _panels().filter(event=viewable_event(actor, event_id)).order_by("id")


def panel_detail(actor: Actor, panel_id: UUID) -> Panel:
    panel = get_object_or_404(_panels(), id=panel_id)
    viewable_event(actor, panel.event_id)
    return panel


def _panels() -> QuerySet[Panel]:
    members = PanelMember.objects.select_related("user__person__organisation")
    return Panel.objects.select_related("event__competition").prefetch_related(
        Prefetch("modules", queryset=Module.objects.order_by("position", "code")),
        Prefetch("members", queryset=members),
    )
