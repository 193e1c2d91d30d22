from typing import Any

import pytest

from common.errors import Problem
from common.models import AuditEntry
from competition.actions.result import confirm_results
from competition.actions.sheet import reopen_sheet, sign_sheet
from competition.models import Event, EventState, ResultSet, Sheet
from competition.queries.preview import preview
from tests import factories
from tests.competition.marking_event import Marking, marking_event

pytestmark = pytest.mark.django_db
FULL = {"B1": "8", "B2": "2", "B3": "3"}


@pytest.fixture
def marking() -> Marking:
    return marking_event(entries=1, judges=2)


def refused(marking: Marking, **call: Any) -> Problem:
    """The problem that a signature or reopening ends with; nothing may have changed."""
    before = marking.rows()
    with pytest.raises(Problem) as caught:
        (reopen_sheet if "reason" in call else sign_sheet)(**call)
    assert marking.rows() == before
    return caught.value


def test_a_judge_signs_a_complete_sheet(marking: Marking) -> None:
    marking.mark_all(0, FULL)
    sheet = sign_sheet(actor=marking.judge(), sheet_id=marking.sheet().id, revision=3)
    stored = marking.sheet()
    assert (sheet.state, stored.state, stored.signed_device_id) == ("signed", "signed", marking.devices[0].id)
    assert stored.signed_at is not None
    assert marking.sheet(judge=1).state == "open"
    assert AuditEntry.objects.get(action="sheet.sign").data == {"work_code": "W101", "revision": 3}


def test_signing_twice_is_signing_once(marking: Marking) -> None:
    marking.mark_all(0, FULL)
    first = sign_sheet(actor=marking.judge(), sheet_id=marking.sheet().id, revision=3)
    again = sign_sheet(actor=marking.judge(), sheet_id=marking.sheet().id, revision=3)
    assert again.signed_at == first.signed_at
    assert AuditEntry.objects.filter(action="sheet.sign").count() == 1


def test_an_incomplete_sheet_names_what_is_missing(marking: Marking) -> None:
    marking.give("B1", "8")
    marking.give("B2", None, special="not_marked")
    problem = refused(marking, actor=marking.judge(), sheet_id=marking.sheet().id, revision=2)
    assert (problem.code, problem.data) == (
        "sheet_incomplete",
        {
            "count": 2,
            "missing": [
                {"aspect_id": str(marking.aspects[code].id), "code": code, "description": f"评分项{code}"}
                for code in ("B2", "B3")
            ],
        },
    )


def test_a_sheet_that_changed_since_is_not_signed(marking: Marking) -> None:
    marking.mark_all(0, FULL)
    problem = refused(marking, actor=marking.judge(), sheet_id=marking.sheet().id, revision=2)
    assert (problem.code, problem.data) == ("changed_meanwhile", {"revision": 3})


def test_nobody_else_signs(marking: Marking) -> None:
    marking.mark_all(0, FULL)
    for actor in (marking.judge(1), marking.chief_actor, marking.organiser_actor):
        assert (
            refused(marking, actor=actor, sheet_id=marking.sheet().id, revision=3).code == "sheet_not_yours"
        )


def test_the_chief_judge_reopens_with_a_reason_and_the_judge_marks_on(marking: Marking) -> None:
    marking.mark_all(0, FULL)
    sign_sheet(actor=marking.judge(), sheet_id=marking.sheet().id, revision=3)
    reopen_sheet(actor=marking.chief_actor, sheet_id=marking.sheet().id, reason=" 复核发现漏看 ")
    sheet = marking.sheet()
    assert (sheet.state, sheet.signed_at, sheet.signed_device_id, sheet.revision) == ("open", None, None, 3)
    assert AuditEntry.objects.get(action="sheet.reopen").data == {
        "work_code": "W101",
        "reason": "复核发现漏看",
        "revision": 3,
    }
    assert marking.give("B1", "9").state == "saved"


def test_reopening_needs_the_chief_judge_a_reason_and_a_signature(marking: Marking) -> None:
    sheet_id = marking.sheet().id
    elsewhere = marking_event(entries=1)
    for actor in (marking.judge(), marking.organiser_actor, elsewhere.chief_actor):
        assert refused(marking, actor=actor, sheet_id=sheet_id, reason="复核").code == "not_allowed"
    assert (
        refused(marking, actor=marking.chief_actor, sheet_id=sheet_id, reason="  ").code
        == "reopening_reason_missing"
    )
    assert (
        refused(marking, actor=marking.chief_actor, sheet_id=sheet_id, reason="复核").code
        == "sheet_not_signed"
    )


def test_reopening_after_confirmation_takes_the_event_back_to_marking(marking: Marking) -> None:
    marking.mark_all(0, FULL)
    marking.sign_all()
    confirm_results(
        actor=marking.chief_actor, event_id=marking.event.id, seen=preview(marking.event).fingerprint
    )
    reopen_sheet(actor=marking.chief_actor, sheet_id=marking.sheet().id, reason="申诉成立")
    assert Event.objects.get().state == EventState.MARKING
    marking.give("B1", "10")
    marking.sign_all()
    second = confirm_results(
        actor=marking.chief_actor, event_id=marking.event.id, seen=preview(marking.event).fingerprint
    )
    assert second.version == 2
    assert [row.content["rows"][0]["total"] for row in ResultSet.objects.order_by("version")] == [
        "90.48",
        "95.24",
    ]


def test_published_results_can_be_reopened_for_an_amended_version(marking: Marking) -> None:
    Sheet.objects.update(state="signed")
    Event.objects.update(state=EventState.PUBLISHED)
    reopen_sheet(actor=marking.chief_actor, sheet_id=marking.sheet().id, reason="申诉成立")
    assert Event.objects.get().state == EventState.MARKING


def test_a_chief_without_the_events_tablet_may_still_reopen(marking: Marking) -> None:
    Sheet.objects.update(state="signed")
    reopen_sheet(actor=factories.actor_for(marking.chief), sheet_id=marking.sheet().id, reason="复核")
    assert marking.sheet().state == "open"
