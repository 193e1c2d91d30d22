import json
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from competition.models import Entry
from competition.queries.explanation import explain_entry
from competition.queries.standings import standings_for
from tests.competition.marking_event import Marking, marking_event

pytestmark = pytest.mark.django_db


def explained(marking: Marking, *, with_judges: bool = True) -> dict[str, Any]:
    entry = Entry.objects.select_related("event").get(id=marking.entries[0].id)
    return explain_entry(entry, with_judges=with_judges)


def judge_marks(step: dict[str, Any]) -> list[dict[str, Any]]:
    if step["code"] == "judge_mark":
        return [step]
    return [found for part in step["steps"] for found in judge_marks(part)]


def test_the_trace_leads_from_the_total_to_each_tap() -> None:
    marking = marking_event(entries=1, judges=2, theory=True)
    marking.mark_all(0, {"B1": "8", "B2": "2", "B3": "3"})
    late = marking.give("B1", "9", judge=1)
    found = explained(marking)
    (row,) = standings_for(marking.event).rows
    assert (found["entry_code"], found["trace"]["value"]) == ("W101", str(row.total))
    assert {step["inputs"]["module"]: step["inputs"]["weighted"] for step in found["trace"]["steps"]} == {
        code: str(points) for code, points in row.modules.items()
    }
    (tap,) = [step for step in judge_marks(found["trace"]) if step["tap"]["mark_id"] == str(late.id)]
    assert (tap["value"], tap["inputs"], tap["judge"]["name"], tap["tap"]["device"]) == (
        "9.00",
        {"raw": "9"},
        "示例裁判员",
        "平板2",
    )
    assert len(judge_marks(found["trace"])) == 6


def test_a_cell_without_a_mark_has_no_tap() -> None:
    marking = marking_event(entries=1, judges=2)
    marking.give("B1", "8")
    taps = [(step["value"], step["tap"] is None) for step in judge_marks(explained(marking)["trace"])]
    assert sorted(taps) == [("8.00", False), *[("not_marked", True)] * 5]


def test_without_judges_no_name_id_or_tablet_is_told() -> None:
    marking = marking_event(entries=1, judges=2)
    marking.give("B1", "8")
    text = json.dumps(explained(marking, with_judges=False), ensure_ascii=False, default=str)
    secrets = ["示例裁判员", "平板1", *(str(user.id) for user in marking.judges)]
    assert [secret for secret in secrets if secret in text] == []


def test_an_explanation_costs_four_statements_with_any_number_of_marks() -> None:
    marking = marking_event(entries=1, judges=3)
    entry = Entry.objects.select_related("event").get(id=marking.entries[0].id)
    counts = []
    for values in ({"B1": "8"}, {"B1": "8", "B2": "2", "B3": "3"}):
        marking.mark_all(0, values)
        with CaptureQueriesContext(connection) as captured:
            explain_entry(entry, with_judges=True)
        counts.append(len(captured))
    assert counts == [4, 4]
