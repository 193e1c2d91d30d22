import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from competition.actions.sheet import sign_sheet
from competition.models import Entry, Event
from competition.queries.progress import findings_in, judges_progress, missing_in
from tests.competition.marking_event import Marking, marking_event

pytestmark = pytest.mark.django_db
FULL = {"B1": "8", "B2": "2", "B3": "3"}


def event(marking: Marking) -> Event:
    return Event.objects.get(id=marking.event.id)


def test_each_judges_sheets_are_counted_complete_and_signed() -> None:
    marking = marking_event(entries=2, judges=2)
    marking.mark_all(0, FULL)
    marking.give("B1", "5", entry=1, judge=1)
    marking.give("B2", None, special="not_marked", entry=1, judge=1)
    sign_sheet(actor=marking.judge(), sheet_id=marking.sheet().id, revision=3)
    chief, first, second = judges_progress(event(marking))
    assert (chief.role, chief.sheets, chief.device) == ("chief", 0, "裁判长平板")
    assert (first.judge_id, first.role, first.device) == (marking.judges[0].id, "judge", "平板1")
    assert (first.sheets, first.complete, first.signed, first.marked, first.expected) == (2, 1, 1, 3, 6)
    assert (second.sheets, second.complete, second.signed, second.marked, second.expected) == (2, 1, 0, 4, 6)
    assert first.last_mark_at is not None
    assert second.last_mark_at is not None
    assert first.last_mark_at < second.last_mark_at


def test_sheets_of_those_who_do_not_compete_are_not_expected() -> None:
    marking = marking_event(entries=2, judges=1)
    Entry.objects.filter(id=marking.entries[0].id).update(state="absent")
    assert [judge.sheets for judge in judges_progress(event(marking))] == [0, 1]
    assert missing_in(event(marking))["sheets"] == 1


def test_open_cells_are_listed_by_sheet() -> None:
    marking = marking_event(entries=2, judges=1)
    marking.mark_all(0, FULL)
    marking.give("B2", "1", entry=1)
    found = missing_in(event(marking))
    assert found == {
        "sheets": 1,
        "cells": 2,
        "items": [
            {
                "sheet_id": str(marking.sheet(1).id),
                "entry_code": "W102",
                "module": "B",
                "judge_id": str(marking.judges[0].id),
                "judge": "示例裁判员",
                "aspects": ["B1", "B3"],
            }
        ],
    }


def test_scores_too_far_apart_are_findings_until_they_are_settled() -> None:
    marking = marking_event(entries=2, judges=3)
    for judge, value in enumerate(("0", "3", "3")):
        marking.give("B3", value, entry=1, judge=judge)
    assert findings_in(event(marking)) == [
        {
            "entry_id": str(marking.entries[1].id),
            "entry_code": "W102",
            "module": "B",
            "code": "judgement_spread",
            "data": {"lowest": "0", "highest": "3", "allowed": "1"},
            "where": {"aspect": "B3"},
        }
    ]
    marking.give("B3", "2", entry=1)
    assert findings_in(event(marking)) == []


def statements(entries: int) -> list[int]:
    marking = marking_event(entries=entries, judges=2)
    marking.mark_all(0, FULL)
    found = event(marking)
    counts = []
    for query in (judges_progress, findings_in, missing_in):
        with CaptureQueriesContext(connection) as captured:
            query(found)
        counts.append(len(captured))
    return counts


def test_progress_costs_the_same_with_three_entries_as_with_one() -> None:
    assert [statements(1), statements(3)] == [[2, 1, 2], [2, 1, 2]]
