from itertools import groupby
from typing import Literal
from uuid import UUID

from competition.models import Entry, Event
from competition.queries.paper.frame import NOT_DRAWN, OUT, named_event, paper
from people.actor import Actor

StartListBy = Literal["order", "station"]


def start_list(actor: Actor, event_id: UUID, by: StartListBy = "order") -> bytes:
    """Names and places but no work code: whoever holds this paper cannot tell whose work is whose."""
    event = named_event(actor, event_id)
    rows = drawn_rows(event)
    key = "station" if by == "station" else "event_id"
    rows.sort(key=lambda row: ((row.station if by == "station" else ""), row.start_order))
    groups = [list(group) for _, group in groupby(rows, key=lambda row: getattr(row, key))]
    return paper("start_list", event, groups=groups, by=by, count=len(rows), out=OUT)


def drawn_rows(event: Event) -> list[Entry]:
    """Raises not_drawn."""
    rows = event.entries.exclude(start_order=None).select_related("person", "delegation")
    found = list(rows.order_by("start_order"))
    if not found:
        raise NOT_DRAWN()
    return found
