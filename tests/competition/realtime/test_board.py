import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from common.errors import Problem
from common.realtime import State
from competition.actions.award import AwardInput, set_award_rules
from competition.actions.result import confirm_results, publish_results
from competition.models import Entry, Event, EventState
from competition.realtime.board import build_internal_board, build_public_board
from tests.competition.marking_event import Marking, marking_event

pytestmark = pytest.mark.django_db


def public(marking: Marking) -> State:
    return build_public_board(str(marking.event.id))


def internal(marking: Marking) -> State:
    return build_internal_board(str(marking.event.id))


def secrets(marking: Marking) -> list[str]:
    """Whatever tells who an entrant is."""
    found = []
    for entry in Entry.objects.filter(event=marking.event).select_related("person", "delegation"):
        person = entry.person
        found += [person.name, person.identity_number, person.identity_masked, str(person.id)]
        found += [entry.number, entry.delegation.name, str(entry.delegation_id), str(entry.id)]
    return found


def leaked(marking: Marking) -> list[str]:
    with CaptureQueriesContext(connection) as captured:
        text = json.dumps([public(marking).meta, public(marking).rows], ensure_ascii=False)
    statements = " ".join(query["sql"] for query in captured)
    for column in ("person", "delegation", '"number"', "identity"):
        assert column not in statements
    return [secret for secret in secrets(marking) if secret in text]


def mark_and_sign(marking: Marking) -> None:
    for entry in range(len(marking.entries)):
        marking.mark_all(entry, {"B1": str(8 - entry), "B2": "2", "B3": "3"})
    marking.sign_all()


def test_the_public_board_moves_with_a_mark_and_shows_codes_only() -> None:
    marking = marking_event(entries=2, judges=2)
    marking.give("B1", "8", entry=1)
    state = public(marking)
    assert state.rows["W102"] == {
        "code": "W102",
        "rank": 1,
        "total": "38.10",
        "complete": False,
        "marked": 1,
        "expected": 6,
        "modules": {"B": "38.10"},
        "state": "competing",
    }
    assert state.meta == {
        "event": {
            "id": str(marking.event.id),
            "name": "焊工（示例）",
            "name_en": "",
            "occupation": "焊工",
            "occupation_en": "",
        },
        "competition": {"name": "示例技能竞赛", "name_en": ""},
        "state": "marking",
        "shows": "totals",
        "modules": [{"code": "B", "name": "实操", "name_en": "Practice", "weight": "100.00"}],
        "entries": 2,
        "complete": 0,
        "marks": 1,
        "judges": 2,
    }


def test_before_publication_nothing_public_tells_who_an_entrant_is() -> None:
    marking = marking_event(entries=3, judges=1)
    assert leaked(marking) == []
    mark_and_sign(marking)
    assert leaked(marking) == []
    confirm_results(actor=marking.chief_actor, event_id=marking.event.id)
    assert leaked(marking) == []
    for state in (EventState.SETUP, EventState.READY):
        Event.objects.update(state=state)
        assert leaked(marking) == []


def test_a_progress_board_holds_back_every_point_until_publication() -> None:
    marking = marking_event(entries=2, judges=1)
    Event.objects.update(board_shows="progress")
    mark_and_sign(marking)
    for row in public(marking).rows.values():
        assert (row["rank"], row["total"], row["modules"]) == (None, None, {"B": None})
        assert (row["complete"], row["marked"]) == (True, 3)
    assert internal(marking).rows["W101"]["total"] == "90.48"


def test_before_the_draw_there_is_no_public_row() -> None:
    marking = marking_event(entries=2)
    Event.objects.update(state=EventState.SETUP)
    assert public(marking).rows == {}
    Entry.objects.update(work_code="")
    Event.objects.update(state=EventState.READY)
    assert public(marking).rows == {}
    assert sorted(internal(marking).rows) == sorted(str(entry.id) for entry in marking.entries)


def test_published_results_bring_names_ranks_and_prizes() -> None:
    marking = marking_event(entries=2, judges=1)
    Event.objects.update(board_shows="progress")
    rule = AwardInput(label="一等奖", label_en="First prize", kind="rank", from_rank=1, to_rank=1)
    set_award_rules(actor=marking.organiser_actor, event_id=marking.event.id, rules=[rule])
    mark_and_sign(marking)
    confirm_results(actor=marking.chief_actor, event_id=marking.event.id)
    publish_results(actor=marking.organiser_actor, event_id=marking.event.id)
    assert public(marking).rows["W101"] == {
        "code": "W101",
        "rank": 1,
        "total": "90.48",
        "complete": True,
        "marked": 3,
        "expected": 3,
        "modules": {"B": "90.48"},
        "state": "competing",
        "name": "陈一鸣",
        "name_en": "",
        "delegation": "示例代表队1",
        "delegation_en": "",
        "award": "一等奖",
        "award_en": "First prize",
    }
    text = json.dumps(public(marking).rows, ensure_ascii=False)
    hidden = [entry.person.identity_masked for entry in marking.entries] + [
        entry.number for entry in marking.entries
    ]
    assert [secret for secret in hidden if secret in text] == []


def test_the_public_sees_what_was_frozen_even_if_a_name_changes_later() -> None:
    marking = marking_event(entries=1, judges=1)
    mark_and_sign(marking)
    confirm_results(actor=marking.chief_actor, event_id=marking.event.id)
    publish_results(actor=marking.organiser_actor, event_id=marking.event.id)
    before = public(marking)
    person = marking.entries[0].person
    person.name = "另一人"
    person.save()
    assert public(marking) == before


def test_the_internal_board_adds_names_and_prizes_once_complete() -> None:
    marking = marking_event(entries=2, judges=1)
    rule = AwardInput(label="一等奖", kind="rank", from_rank=1, to_rank=1)
    set_award_rules(actor=marking.organiser_actor, event_id=marking.event.id, rules=[rule])
    marking.give("B1", "8")
    row = internal(marking).rows["W101"]
    assert (row["name"], row["delegation"], row["number"], row["award"]) == (
        "陈一鸣",
        "示例代表队1",
        "N501",
        None,
    )
    mark_and_sign(marking)
    assert {code: row["award"] for code, row in internal(marking).rows.items()} == {
        "W101": "一等奖",
        "W102": None,
    }


@pytest.mark.parametrize("name", ["00000000-0000-7000-8000-000000000000", "nonsense", ""])
def test_a_board_of_nothing_is_not_found(name: str) -> None:
    for build in (build_public_board, build_internal_board):
        with pytest.raises(Problem, match="not_found"):
            build(name)


@pytest.mark.parametrize("entries", [1, 3])
def test_boards_cost_the_same_with_three_entries_as_with_one(entries: int) -> None:
    marking = marking_event(entries=entries, judges=1)
    marking.mark_all(0, {"B1": "8"})
    counts = []
    for build in (public, internal):
        with CaptureQueriesContext(connection) as captured:
            build(marking)
        counts.append(len(captured))
    assert counts == [5, 6]
