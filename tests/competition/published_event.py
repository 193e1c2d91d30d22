"""The last two steps of a contest over HTTP: the chief judge confirms, an organiser publishes."""

from tests import factories
from tests.competition.marking_event import Marking

JSON = "application/json"


def marked(made: Marking) -> Marking:
    """Every sheet full and signed; the first entry is the last in rank."""
    for entry in range(len(made.entries)):
        made.mark_all(entry, {"B1": str(entry), "B2": "2", "B3": "3"})
    made.sign_all()
    return made


def confirm(made: Marking) -> Marking:
    chief = factories.tablet(made.chief, made.event.id)
    answer = chief.post(f"/api/v1/events/{made.event.id}/confirmation", "", content_type=JSON)
    assert answer.status_code == 200, answer.content
    made.event.refresh_from_db()
    return made


def publish(made: Marking) -> Marking:
    organiser = factories.signed_in(made.organiser)
    answer = organiser.post(f"/api/v1/events/{made.event.id}/publication", "", content_type=JSON)
    assert answer.status_code == 200, answer.content
    made.event.refresh_from_db()
    return made
