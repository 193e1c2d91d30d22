from itertools import groupby
from uuid import UUID

from competition.queries.paper.frame import named_event, paper
from competition.queries.paper.start_list import drawn_rows
from people.actor import Actor


def station_labels(actor: Actor, event_id: UUID) -> bytes:
    """Two to a page, with the turns at the station. No number and no name, since judges pass by."""
    event = named_event(actor, event_id)
    rows = sorted(drawn_rows(event), key=lambda row: (row.station, row.start_order))
    labels = [
        {"station": station, "turns": [row.start_order for row in group]}
        for station, group in groupby(rows, key=lambda row: row.station)
    ]
    return paper("station_labels", event, labels=labels)
