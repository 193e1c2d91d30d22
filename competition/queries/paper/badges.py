from uuid import UUID

import segno

from competition.queries.paper.frame import NOBODY_ENTERED, named_event, paper
from people.actor import Actor


def badges(actor: Actor, event_id: UUID) -> bytes:
    """Eight to a page, to be cut apart, by delegation and number. The QR code holds the entry's number alone."""
    event = named_event(actor, event_id)
    rows = event.entries.exclude(state="withdrawn").select_related("person", "delegation")
    entries = list(rows.order_by("delegation__name", "number"))
    if not entries:
        raise NOBODY_ENTERED()
    cards = [
        {"entry": entry, "qr": segno.make(entry.number, error="m", micro=False).svg_data_uri(border=1)}
        for entry in entries
    ]
    pages = [cards[start : start + 8] for start in range(0, len(cards), 8)]
    return paper("badges", event, pages=pages)
