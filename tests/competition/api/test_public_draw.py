"""What the public may know of a draw, and when."""

import hashlib
import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from competition.actions.draw import commit_seed, draw_event
from competition.domain.draw import draw
from competition.models import Draw, EventState
from competition.queries.draw import public_draws
from people.actor import SYSTEM
from tests import factories
from tests.competition.marking_event import Marking, marking_event
from tests.competition.published_event import confirm, marked, publish
from tests.competition.setup_event import an_event, with_entries

pytestmark = pytest.mark.django_db


def public(event_id: object) -> Any:
    return Client().get(f"/api/v1/public/events/{event_id}/draw")


def test_there_is_nothing_to_check_before_something_was_fixed() -> None:
    assert public(an_event().event.id).status_code == 404


def test_the_fingerprint_is_public_before_the_draw_and_the_secret_is_not() -> None:
    setup = an_event()
    answer = factories.signed_in(setup.organiser).post(f"/api/v1/events/{setup.event.id}/draw/commitment")
    commitment = setup.event.seed_commitments.get()
    assert (answer.status_code, answer.json()["sha256"]) == (201, commitment.sha256)
    assert commitment.sha256 == hashlib.sha256(commitment.secret.encode()).hexdigest()
    found = public(setup.event.id)
    assert found.json()["standing"] == answer.json()
    assert found.json()["draws"] == []
    assert commitment.secret not in answer.content.decode() + found.content.decode()


def test_a_draw_tells_its_fingerprints_but_neither_seed_nor_order() -> None:
    setup = with_entries(an_event(), 3)
    commitment = commit_seed(actor=setup.actor, event_id=setup.event.id)
    made = draw_event(actor=setup.actor, event_id=setup.event.id, seed="骰子 4 6 1")
    found = public(setup.event.id).json()
    assert found["standing"] is None
    assert [(one["entrants"], one["seed"], one["places"]) for one in found["draws"]] == [(3, None, None)]
    assert found["draws"][0]["commitment"]["sha256"] == commitment.sha256
    assert found["draws"][0]["seed_sha256"] == hashlib.sha256(made.seed.encode()).hexdigest()
    text = json.dumps(found, ensure_ascii=False)
    assert [told for told in (made.seed, commitment.secret, "W001", '"001"') if told in text] == []


def test_a_draw_without_anything_fixed_says_so() -> None:
    setup = with_entries(an_event(), 1)
    draw_event(actor=setup.actor, event_id=setup.event.id)
    assert public(setup.event.id).json()["draws"][0]["commitment"] is None


@pytest.fixture
def published() -> Marking:
    """Drawn twice, then marked and published."""
    made = marking_event(judges=1)
    made.event.state = EventState.SETUP
    made.event.save()
    for _ in range(2):
        commit_seed(actor=SYSTEM, event_id=made.event.id)
        draw_event(actor=SYSTEM, event_id=made.event.id, seed="骰子")
    made.event.state = EventState.MARKING
    made.event.save()
    confirm(marked(made))
    assert public(made.event.id).json()["draws"][0]["seed"] is None
    return publish(made)


def test_with_the_results_anybody_can_repeat_every_draw(published: Marking) -> None:
    draws = public(published.event.id).json()["draws"]
    assert [one["seed"] for one in draws] == [row.seed for row in Draw.objects.order_by("-drawn_at", "-id")]
    for one in draws:
        again = draw([place["number"] for place in one["places"]], one["seed"], one["stations"])
        assert [(p["number"], p["start_order"], p["station"], p["work_code"]) for p in one["places"]] == [
            (p.number, p.start_order, p.station, p.work_code) for p in again
        ]
        secret = one["seed"].rsplit("/", 1)[1]
        assert one["commitment"]["sha256"] == hashlib.sha256(secret.encode()).hexdigest()
        assert one["seed_sha256"] == hashlib.sha256(one["seed"].encode()).hexdigest()


def test_it_takes_three_statements(published: Marking) -> None:
    with CaptureQueriesContext(connection) as queries:
        public_draws(published.event.id)
    assert len(queries) == 3


def test_what_was_told_once_stays_public_while_a_correction_is_under_way(published: Marking) -> None:
    before = public(published.event.id).json()
    published.event.state = EventState.MARKING
    published.event.save()
    assert public(published.event.id).json() == before


def test_setup_has_no_draw_of_another_event() -> None:
    setup = with_entries(an_event(), 1)
    commit_seed(actor=setup.actor, event_id=setup.event.id)
    other = factories.event(setup.organisation)
    assert public(other.id).status_code == 404
