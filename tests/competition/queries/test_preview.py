from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from common.errors import Problem
from competition.actions.award import AwardInput, set_award_rules
from competition.actions.entry import update_entry_state
from competition.actions.result import confirm_results, publish_results
from competition.actions.sheet import reopen_sheet
from competition.models import Entry, EntryState, Event, EventState, ResultSet
from competition.queries.preview import AwardChange, Change, MarkChange, Preview, StateChange, preview
from competition.queries.result import published_result
from scoring.awards import AwardRule, RankRange
from scoring.errors import InvalidMark
from tests.competition.marking_event import Marking, marking_event

pytestmark = pytest.mark.django_db
FIRST = AwardInput(label="一等奖", label_en="First prize", kind="rank", from_rank=1, to_rank=1)


@pytest.fixture
def marking() -> Marking:
    """Published: W101 90.48 with the first prize, W102 76.19, W103 57.14."""
    made = marking_event(judges=1)
    for entry, points in enumerate(("8", "5", "1")):
        made.mark_all(entry, {"B1": points, "B2": "2", "B3": "3"})
    made.sign_all()
    set_award_rules(actor=made.organiser_actor, event_id=made.event.id, rules=[FIRST])
    confirm_results(actor=made.chief_actor, event_id=made.event.id)
    publish_results(actor=made.organiser_actor, event_id=made.event.id)
    made.event.refresh_from_db()
    return made


def told(found: Preview) -> list[tuple[Any, ...]]:
    return [
        (
            change.row["work_code"],
            {one.field: (one.before, one.after) for one in change.changes},
            change.certificate,
        )
        for change in found.difference.changed
    ]


def test_nothing_has_changed_since_the_version_that_was_confirmed(marking: Marking) -> None:
    found = preview(marking.event)
    assert (told(found), found.difference.unchanged, found.against, found.complete) == ([], 3, 1, True)


def test_other_marks_on_one_sheet(marking: Marking) -> None:
    change = MarkChange(marking.sheet(1).id, {marking.aspects["B1"].id: "10"})
    assert told(preview(marking.event, change)) == [
        ("W102", {"rank": ("2", "1"), "total": ("76.19", "100.00"), "award": (None, "一等奖")}, "issue"),
        ("W101", {"rank": ("1", "2"), "award": ("一等奖", None)}, "revoke"),
    ]
    assert marking.score(1).score == Decimal("16.00")


def test_a_value_that_the_aspect_does_not_take_is_refused(marking: Marking) -> None:
    with pytest.raises(InvalidMark):
        preview(marking.event, MarkChange(marking.sheet(1).id, {marking.aspects["B1"].id: "11"}))
    elsewhere = marking_event(entries=1)
    with pytest.raises(Problem, match="not_found"):
        preview(marking.event, MarkChange(elsewhere.sheet().id, {}))


def test_a_disqualification(marking: Marking) -> None:
    change = StateChange(marking.entries[0].id, EntryState.DISQUALIFIED)
    assert [
        (code, fields["rank"], certificate)
        for code, fields, certificate in told(preview(marking.event, change))
    ] == [
        ("W102", ("2", "1"), "issue"),
        ("W103", ("3", "2"), None),
        ("W101", ("1", None), "revoke"),
    ]
    assert Entry.objects.get(id=marking.entries[0].id).state == EntryState.COMPETING


def test_other_award_rules(marking: Marking) -> None:
    found = preview(
        marking.event, AwardChange([AwardRule(label="一等奖", label_en="First prize", by=RankRange(1, 2))])
    )
    assert told(found) == [("W102", {"award": (None, "一等奖")}, "issue")]
    assert found.difference.award_rules_changed is True


def disqualify(marking: Marking, seen: str) -> None:
    update_entry_state(
        actor=marking.organiser_actor,
        entry_id=marking.entries[0].id,
        state=EntryState.DISQUALIFIED,
        reason="冒名顶替",
        seen=seen,
    )


def test_a_published_result_changes_only_after_its_preview_was_seen(marking: Marking) -> None:
    wanted: Change = StateChange(marking.entries[0].id, EntryState.DISQUALIFIED)
    other: Change = StateChange(marking.entries[1].id, EntryState.DISQUALIFIED)
    for seen in ("", preview(marking.event).fingerprint, preview(marking.event, other).fingerprint):
        with pytest.raises(Problem, match="preview_required"):
            disqualify(marking, seen)
    assert Entry.objects.get(id=marking.entries[0].id).state == EntryState.COMPETING
    disqualify(marking, preview(marking.event, wanted).fingerprint)
    assert Event.objects.get().state == EventState.MARKING
    standing = published_result(marking.event.id)
    assert standing is not None
    assert (standing.version, standing.content["rows"][0]["work_code"]) == (1, "W101")


def test_award_rules_change_after_publication_with_the_preview(marking: Marking) -> None:
    both = AwardInput(label="一等奖", label_en="First prize", kind="rank", from_rank=1, to_rank=2)
    with pytest.raises(Problem, match="preview_required"):
        set_award_rules(actor=marking.organiser_actor, event_id=marking.event.id, rules=[both])
    change = AwardChange([AwardRule(label="一等奖", label_en="First prize", by=RankRange(1, 2))])
    seen = preview(marking.event, change).fingerprint
    set_award_rules(actor=marking.organiser_actor, event_id=marking.event.id, rules=[both], seen=seen)
    assert Event.objects.get().state == EventState.MARKING
    assert told(preview(marking.event)) == [("W102", {"award": (None, "一等奖")}, "issue")]


def test_the_next_version_is_confirmed_only_as_it_was_seen(marking: Marking) -> None:
    reopen_sheet(actor=marking.chief_actor, sheet_id=marking.sheet(1).id, reason="申诉成立")
    stale = preview(marking.event).fingerprint
    marking.give("B1", "10", entry=1)
    marking.sign_all()
    for seen in ("", stale):
        with pytest.raises(Problem, match="preview_required"):
            confirm_results(actor=marking.chief_actor, event_id=marking.event.id, seen=seen)
    seen = preview(marking.event).fingerprint
    assert confirm_results(actor=marking.chief_actor, event_id=marking.event.id, seen=seen).version == 2
    assert ResultSet.objects.count() == 2


@pytest.mark.parametrize("entries", [2, 4])
def test_a_preview_costs_the_same_whatever_the_number_of_entries(entries: int) -> None:
    made = marking_event(entries=entries, judges=1)
    for entry in range(entries):
        made.mark_all(entry, {"B1": "8", "B2": "2", "B3": "3"})
    made.sign_all()
    confirm_results(actor=made.chief_actor, event_id=made.event.id)
    change = MarkChange(made.sheet(1).id, {made.aspects["B1"].id: "10"})
    with CaptureQueriesContext(connection) as captured:
        preview(made.event, change)
    assert len(captured) == 7
