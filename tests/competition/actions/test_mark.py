from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from common.ids import new_id
from common.models import AuditEntry
from competition.actions.mark import MarkOutcome, record_marks
from competition.models import CurrentMark, EventState, Mark, RefusedMark, Sheet
from tests import factories
from tests.competition.marking_event import Marking, mark_for, marking_event, refusals

pytestmark = pytest.mark.django_db


@pytest.fixture
def marking() -> Marking:
    return marking_event()


def code_of(outcome: MarkOutcome) -> str | None:
    return outcome.problem.code if outcome.problem else None


def test_a_mark_is_saved_and_moves_sheet_score_and_audit(marking: Marking) -> None:
    outcome = marking.give("B1", "7.5")
    assert (outcome.state, outcome.sheet_revision, outcome.counts) == ("saved", 1, True)
    mark = Mark.objects.get(id=outcome.id)
    assert (mark.value, mark.device_id, mark.sheet_revision) == (Decimal("7.5"), marking.devices[0].id, 1)
    assert CurrentMark.objects.get().mark_id == outcome.id
    score = marking.score()
    assert (score.score, score.marked, score.expected, score.complete) == (Decimal("7.50"), 1, 9, False)
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.subject_id, entry.actor_id) == (
        "mark.record",
        str(marking.sheet().id),
        marking.judges[0].id,
    )
    assert entry.data == {
        "work_code": "W101",
        "revision": 1,
        "marks": [{"id": str(outcome.id), "aspect": "B1", "value": "7.5"}],
    }


def test_a_complete_module_has_the_panels_score(marking: Marking) -> None:
    marking.mark_all(0, {"B1": "8", "B2": "2", "B3": "3"})
    score = marking.score()
    assert (score.score, score.complete, score.marked, score.maximum) == (
        Decimal("19.00"),
        True,
        9,
        Decimal("21.00"),
    )
    assert score.criteria == {"B": "19.00"}
    assert marking.score(entry=1).marked == 0


def test_the_last_mark_of_a_device_counts_and_both_rows_stay(marking: Marking) -> None:
    first, second = marking.give("B1", "4"), marking.give("B1", "6", minutes=-30)
    assert (first.counts, second.counts) == (True, True)
    assert CurrentMark.objects.get().mark_id == second.id
    assert Mark.objects.count() == 2
    assert marking.score().score == Decimal("6.00")


@pytest.mark.parametrize(("minutes", "counting"), [(-30, "4"), (-4, "6")])
def test_between_two_devices_the_later_device_time_counts(
    marking: Marking, minutes: int, counting: str
) -> None:
    spare = factories.actor_for(marking.judges[0], factories.device(marking.judges[0], marking.event.id))
    marking.give("B1", "4", minutes=-5)
    late = mark_for(marking.sheet(), marking.aspects["B1"].id, "6", minutes=minutes)
    (outcome,) = record_marks(actor=spare, marks=[late])
    assert (outcome.state, outcome.counts) == ("saved", counting == "6")
    assert CurrentMark.objects.get().value == Decimal(counting)
    assert marking.score().score == Decimal(counting)
    assert Mark.objects.count() == 2
    assert marking.sheet().revision == 2


def test_a_device_whose_clock_runs_ahead_does_not_win_for_ever(marking: Marking) -> None:
    marking.give("B1", "4", minutes=600)
    spare = factories.actor_for(marking.judges[0], factories.device(marking.judges[0], marking.event.id))
    (outcome,) = record_marks(actor=spare, marks=[mark_for(marking.sheet(), marking.aspects["B1"].id, "6")])
    assert outcome.counts is True
    assert CurrentMark.objects.get().value == Decimal(6)


def test_sending_again_answers_as_before_and_changes_nothing(marking: Marking) -> None:
    sent = mark_for(marking.sheet(), marking.aspects["B1"].id, "7.5")
    (first,) = record_marks(actor=marking.judge(), marks=[sent])
    marking.give("B1", "9")
    before = marking.rows()
    (again,) = record_marks(actor=marking.judge(), marks=[sent])
    assert (again.state, again.id, again.sheet_revision) == ("repeated", first.id, first.sheet_revision)
    assert marking.rows() == before


def test_the_same_mark_twice_in_one_batch_is_saved_once(marking: Marking) -> None:
    sent = mark_for(marking.sheet(), marking.aspects["B1"].id, "7.5")
    outcomes = record_marks(actor=marking.judge(), marks=[sent, sent])
    assert [(outcome.state, outcome.sheet_revision) for outcome in outcomes] == [
        ("saved", 1),
        ("repeated", 1),
    ]
    assert Mark.objects.count() == 1


def test_an_id_cannot_be_used_for_another_mark(marking: Marking) -> None:
    first = marking.give("B1", "7.5")
    before = marking.rows()
    outcomes = [
        marking.give("B1", "8", id=first.id),
        marking.give("B2", "1", id=first.id),
        marking.give("B1", "7.5", id=first.id, entry=1),
        marking.give("B1", "7.5", id=first.id, judge=1),
        marking.give("B1", None, special="absent", id=first.id),
    ]
    assert [(outcome.state, code_of(outcome)) for outcome in outcomes] == [("refused", "mark_id_reused")] * 5
    assert marking.rows() == before
    assert marking.give("B1", "7.5", id=first.id).state == "repeated"


REFUSED = [
    ("B1", "10.5", None, "mark_above_maximum"),
    ("B1", "-0.5", None, "mark_below_minimum"),
    ("B1", "7.3", None, "mark_off_step"),
    ("B2", "3", None, "mark_not_a_step"),
    ("B3", "4", None, "judgement_not_0_to_3"),
    ("B3", "2.5", None, "judgement_not_0_to_3"),
    ("B1", "NaN", None, "mark_not_a_number"),
    ("B1", "sNaN", None, "mark_not_a_number"),
    ("B1", "Infinity", None, "mark_not_a_number"),
    ("B1", "-Infinity", None, "mark_not_a_number"),
    ("B1", "1e400", None, "mark_not_a_number"),
    ("B1", "1E999999999", None, "mark_not_a_number"),
    ("B1", "9" * 400, None, "mark_not_a_number"),
    ("B1", "9" * 30, None, "mark_too_large"),
    ("B1", "0." + "1" * 30, None, "mark_too_precise"),
    ("B1", "seven\x00", None, "mark_not_a_number"),
    ("B1", "７", None, "mark_not_a_number"),
    ("B1", "", None, "mark_empty"),
    ("B1", None, None, "mark_empty"),
    ("B1", "5", "absent", "mark_value_and_special"),
    ("B1", None, "gone fishing", "mark_special_unknown"),
    ("B1", None, "x" * 500, "mark_special_unknown"),
]


@pytest.mark.parametrize(("code", "value", "special", "problem"), REFUSED)
def test_what_the_rule_does_not_allow_is_refused_kept_and_changes_nothing(
    marking: Marking, code: str, value: str | None, special: str | None, problem: str
) -> None:
    before = marking.rows()
    outcome = marking.give(code, value, special=special)
    assert (outcome.state, outcome.sheet_revision, code_of(outcome)) == ("refused", 0, problem)
    assert marking.rows() == before
    kept = RefusedMark.objects.get()
    assert (kept.mark_id, kept.sheet_id, kept.code) == (outcome.id, marking.sheet().id, problem)
    assert kept.sentence != kept.sentence_en
    assert all("{" not in sentence for sentence in (kept.sentence, kept.sentence_en))


def test_a_refusal_says_what_happened_in_both_languages(marking: Marking) -> None:
    marking.give("B1", "10.5")
    kept = RefusedMark.objects.get()
    assert kept.sentence == "10.5 超过最高分 10。"
    assert kept.sentence_en == "10.5 is above the maximum of 10."
    assert (kept.value, kept.data) == ("10.5", {"value": "10.5", "maximum": "10"})


def test_a_refused_mark_sent_again_gets_the_same_refusal_once(marking: Marking) -> None:
    first = marking.give("B1", "10.5")
    again = marking.give("B1", "10.5", id=first.id)
    assert (again.state, code_of(again)) == ("refused", "mark_above_maximum")
    assert RefusedMark.objects.count() == 1


def test_a_signed_sheet_takes_no_mark_but_keeps_it_as_evidence(marking: Marking) -> None:
    Sheet.objects.filter(id=marking.sheet().id).update(state="signed")
    before = marking.rows()
    outcome = marking.give("B1", "5")
    assert (outcome.state, code_of(outcome)) == ("refused", "sheet_signed")
    assert marking.rows() == before
    assert refusals() == [("sheet_signed", "5")]


@pytest.mark.parametrize(
    "state", [EventState.SETUP, EventState.READY, EventState.CONFIRMED, EventState.PUBLISHED]
)
def test_marks_are_taken_only_while_the_event_is_being_marked(marking: Marking, state: EventState) -> None:
    marking.event.state = state
    marking.event.save()
    before = marking.rows()
    assert code_of(marking.give("B1", "5")) == "event_not_marking"
    assert marking.rows() == before
    assert refusals() == [("event_not_marking", "5")]


def test_an_aspect_of_another_sheet_is_refused(marking: Marking) -> None:
    other = marking_event()
    before = marking.rows()
    for aspect_id in (new_id(), other.aspects["B1"].id):
        sent = mark_for(marking.sheet(), aspect_id, "5")
        (outcome,) = record_marks(actor=marking.judge(), marks=[sent])
        assert code_of(outcome) == "aspect_not_on_sheet"
    assert marking.rows() == before
    assert refusals() == [("aspect_not_on_sheet", "5")] * 2


def test_only_the_sheets_judge_marks_it(marking: Marking) -> None:
    elsewhere = marking_event()
    sheet, aspect = marking.sheet(), marking.aspects["B1"].id
    own_user_other_event = factories.actor_for(
        marking.judges[0], factories.device(marking.judges[0], elsewhere.event.id)
    )
    actors = [
        marking.judge(1),
        marking.chief_actor,
        marking.organiser_actor,
        elsewhere.judge(),
        own_user_other_event,
    ]
    before = marking.rows()
    for actor in actors:
        (outcome,) = record_marks(actor=actor, marks=[mark_for(sheet, aspect, "5")])
        assert (outcome.state, code_of(outcome), outcome.sheet_revision) == ("refused", "sheet_not_yours", 0)
    assert marking.rows() == before
    assert (
        list(AuditEntry.objects.values_list("action", "subject_id")) == [("mark.refuse", str(sheet.id))] * 5
    )


def test_a_refused_mark_does_not_hold_up_the_others(marking: Marking) -> None:
    aspects = marking.aspects
    sheets = [marking.sheet(entry) for entry in range(2)]
    batch = [
        mark_for(sheets[0], aspects["B1"].id, "5"),
        mark_for(sheets[1], aspects["B1"].id, "99"),
        mark_for(sheets[0], aspects["B2"].id, "2"),
        mark_for(marking.sheet(0, 1), aspects["B1"].id, "5"),
        mark_for(sheets[1], aspects["B3"].id, "2"),
    ]
    outcomes = record_marks(actor=marking.judge(), marks=batch)
    assert [outcome.id for outcome in outcomes] == [mark.id for mark in batch]
    assert [(outcome.state, code_of(outcome), outcome.sheet_revision) for outcome in outcomes] == [
        ("saved", None, 1),
        ("refused", "mark_above_maximum", 0),
        ("saved", None, 2),
        ("refused", "sheet_not_yours", 0),
        ("saved", None, 1),
    ]


def test_absent_of_the_whole_panel_is_absent_and_never_zero(marking: Marking) -> None:
    for judge in range(3):
        for code in marking.aspects:
            marking.give(code, None, special="absent", judge=judge)
    score = marking.score()
    assert (score.score, score.special, score.complete, score.marked) == (None, "absent", True, 9)


def test_judges_far_apart_are_reported(marking: Marking) -> None:
    for judge, value in enumerate(["0", "3", "1"]):
        marking.give("B3", value, judge=judge)
    assert marking.score().findings == [
        {
            "code": "judgement_spread",
            "data": {"lowest": "0", "highest": "3", "allowed": "1"},
            "where": {"aspect": "B3"},
        }
    ]


def statements(marking: Marking, count: int) -> int:
    codes = list(marking.aspects)[:count]
    sheet = marking.sheet()
    marks = [mark_for(sheet, marking.aspects[code].id, "1") for code in codes]
    with CaptureQueriesContext(connection) as captured:
        outcomes = record_marks(actor=marking.judge(), marks=marks)
    assert {outcome.state for outcome in outcomes} == {"saved"}
    return len(captured)


def test_a_mark_costs_twelve_statements_and_a_batch_no_more(marking: Marking) -> None:
    marking.give("B1", "1", entry=1)  # the scheme is now known to this process
    assert [statements(marking, 1), statements(marking, 3)] == [12, 12]
