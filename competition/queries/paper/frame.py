"""What every printed paper shares."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.template.loader import render_to_string
from django.utils import timezone

from common import clock
from common.errors import problem
from common.pdf import render_html
from competition.models import Event
from competition.permissions import can_view_names
from competition.queries.event import viewable_event
from people.actor import Actor
from people.permissions import require

NOT_DRAWN = problem(
    "paper_needs_draw",
    409,
    "尚未抽签，抽签后才能打印此表。",
    "Lots have not been drawn yet; this paper can be printed after the draw.",
)
NOBODY_ENTERED = problem(
    "paper_needs_entrants",
    409,
    "还没有参赛选手，请先导入名单。",
    "There are no entrants yet. Please import the roster first.",
)
# Four things that are not zero, in both languages.
OUT = {
    "absent": "缺考 Absent",
    "withdrawn": "退赛 Withdrawn",
    "disqualified": "取消资格 Disqualified",
}


def named_event(actor: Actor, event_id: UUID) -> Event:
    """For papers that carry names: not for whoever marks the event. Raises not_found, not_allowed."""
    event = viewable_event(actor, event_id)
    require(can_view_names(actor, event))
    return event


def paper(template: str, event: Event, **context: Any) -> bytes:
    shared: Mapping[str, Any] = {
        "event": event,
        "competition": event.competition,
        "printed_at": timezone.localtime(clock.now()),
    }
    return render_html(render_to_string(f"competition/paper/{template}.html", {**shared, **context}))
