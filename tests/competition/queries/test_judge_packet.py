import json
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from competition.models import Entry, Event
from competition.queries.judge_packet import event_of_judge, judge_packet
from tests import factories
from tests.competition.marking_event import JUDGEMENT, Marking, marking_event

pytestmark = pytest.mark.django_db


def packet(marking: Marking, judge: int = 0) -> dict[str, Any]:
    event = event_of_judge(marking.judge(judge))
    assert event == marking.event
    return judge_packet(marking.judge(judge), event)


def test_the_packet_holds_the_scheme_and_own_sheets_with_marks() -> None:
    marking = marking_event(entries=2, judges=2)
    outcome = marking.give("B1", "7.5", entry=1)
    marking.give("B2", None, special="absent", entry=1)
    found = packet(marking)
    assert found["event"]["id"] == str(marking.event.id)
    assert found["judge"] == {"id": str(marking.judges[0].id), "name": "示例裁判员", "role": "judge"}
    ((module,), sheets) = found["modules"], found["sheets"]
    (aspect,) = [one for one in module["criteria"][0]["sub_criteria"][0]["aspects"] if one["code"] == "B3"]
    assert (aspect["kind"], aspect["rule"], aspect["max_mark"]) == ("judgement", JUDGEMENT, "6.00")
    assert [(sheet["entry_code"], sheet["state"], sheet["revision"]) for sheet in sheets] == [
        ("W101", "open", 0),
        ("W102", "open", 2),
    ]
    assert sheets[0]["marks"] == {}
    marks = sheets[1]["marks"]
    assert marks[str(marking.aspects["B1"].id)]["id"] == str(outcome.id)
    assert [(mark["value"], mark["special"]) for mark in marks.values()] == [("7.5", None), (None, "absent")]


def test_the_packet_holds_no_name_number_delegation_identity_or_other_judges_mark() -> None:
    marking = marking_event(entries=2, judges=2)
    other = marking.give("B1", "9.5", judge=1)
    text = json.dumps(packet(marking), ensure_ascii=False, default=str)
    for entry in Entry.objects.select_related("person", "delegation"):
        hidden = (
            entry.person.name,
            entry.person.identity_number,
            entry.person.identity_masked,
            entry.number,
            entry.delegation.name,
            str(entry.id),
            str(entry.person_id),
        )
        assert [secret for secret in hidden if secret in text] == []
    assert str(other.id) not in text
    assert "9.5" not in text
    assert str(marking.judges[1].id) not in text


def test_a_chief_judge_without_sheets_has_an_empty_packet() -> None:
    marking = marking_event(entries=1, judges=1)
    event = event_of_judge(marking.chief_actor)
    assert event is not None
    found = judge_packet(marking.chief_actor, event)
    assert (found["judge"]["role"], found["modules"], found["sheets"]) == ("chief", [], [])


def test_a_tablet_of_another_event_gets_nothing_here() -> None:
    marking, elsewhere = marking_event(entries=1), marking_event(entries=1)
    tablet = factories.device(marking.judges[0], elsewhere.event.id)
    assert event_of_judge(factories.actor_for(marking.judges[0], tablet)) is None
    assert event_of_judge(factories.actor_for(marking.organiser)) is None
    assert event_of_judge(factories.actor_for(marking.judges[0])) == marking.event
    assert event_of_judge(factories.actor_for(marking.judges[0]), elsewhere.event.id) is None


def statements(marking: Marking) -> int:
    with CaptureQueriesContext(connection) as captured:
        packet(marking)
    return len(captured)


def test_the_packet_costs_as_many_statements_with_three_entries_as_with_one() -> None:
    counts = [statements(marking_event(entries=entries, judges=2)) for entries in (1, 3)]
    assert counts == [6, 6]
    assert Event.objects.count() == 2
