"""Aspects computed from others: nobody marks them, nobody waits for them."""

from decimal import Decimal

import pytest

from competition.actions.sheet import sign_sheet
from competition.actions.sheets import open_sheets
from competition.models import Aspect, ModuleScore, RefusedMark, Sheet
from competition.queries.judge_packet import judge_packet
from competition.queries.missing import missing_aspects
from competition.queries.progress import judges_progress, missing_in
from tests.competition.marking_event import Marking, marking_event

pytestmark = pytest.mark.django_db
FORMULA = {"kind": "formula", "formula": "B1 * 2", "floor": "0", "replaces": True}
VIOLATION = {"kind": "violation", "each": "2", "most": "6", "disqualifies_at": 3}
TIME = {"kind": "time", "target": "300", "limit": "600", "places": 2, "rounding": "half_up"}


@pytest.fixture
def marking() -> Marking:
    """B1 counts twice through B4; B5 deducts, B6 is a time."""
    made = marking_event(entries=1, judges=1)
    for code, most, rule in (("B4", 20, FORMULA), ("B5", 0, VIOLATION), ("B6", 10, TIME)):
        made.aspects[code] = Aspect.objects.create(
            sub_criterion=made.aspects["B1"].sub_criterion,
            module=made.modules["B"],
            code=code,
            description=code,
            max_mark=most,
            rule=rule,
            position=len(made.aspects),
        )
    return made


FULL = {"B1": "8", "B2": "2", "B3": "3", "B5": "1", "B6": "450"}


@pytest.mark.parametrize(
    ("value", "special"), [("5", None), (None, "absent"), (None, None), ("nonsense", None)]
)
def test_a_mark_on_a_computed_aspect_is_refused_by_its_own_name(
    marking: Marking, value: str | None, special: str | None
) -> None:
    outcome = marking.give("B4", value, special=special)
    assert (outcome.state, outcome.problem and outcome.problem.code) == ("refused", "aspect_is_computed")
    assert RefusedMark.objects.get().sentence == "此项由系统按公式计算（B1 * 2），无需也不能打分。"


def test_a_sheet_is_complete_and_signed_without_it(marking: Marking) -> None:
    sheet = marking.sheet()
    assert [row["code"] for row in missing_aspects(sheet)] == ["B1", "B2", "B3", "B5", "B6"]
    assert missing_in(marking.event)["cells"] == 5
    marking.mark_all(0, FULL)
    sheet.refresh_from_db()
    assert (missing_aspects(sheet), missing_in(marking.event)["items"]) == ([], [])
    judge = next(row for row in judges_progress(marking.event) if row.role != "chief")
    assert (judge.marked, judge.expected, judge.complete) == (5, 5, 1)
    assert sign_sheet(actor=marking.judge(), sheet_id=sheet.id, revision=sheet.revision).state == "signed"


def test_the_score_takes_what_is_computed(marking: Marking) -> None:
    marking.mark_all(0, FULL)
    score = marking.score()
    assert (score.score, score.maximum, score.expected, score.complete) == (
        Decimal("30.00"),  # B4 8×2, B2 5, B3 6, B5 −2, B6 half of 10
        Decimal("41.00"),
        5,
        True,
    )


def test_too_many_violations_put_the_entrant_out(marking: Marking) -> None:
    marking.mark_all(0, {**FULL, "B5": "3"})
    assert (marking.score().special, marking.score().complete) == ("disqualified", True)


@pytest.mark.parametrize(
    ("code", "value", "problem"), [("B5", "1.5", "mark_not_whole"), ("B6", "-1", "time_negative")]
)
def test_counts_are_whole_and_times_are_not_negative(
    marking: Marking, code: str, value: str, problem: str
) -> None:
    assert (outcome := marking.give(code, value).problem) is not None
    assert outcome.code == problem
    kept = RefusedMark.objects.get()
    assert value in kept.sentence
    assert value in kept.sentence_en


def test_new_sheets_await_only_what_is_judged(marking: Marking) -> None:
    Sheet.objects.all().delete()
    ModuleScore.objects.all().delete()
    open_sheets(marking.event, marking.entries)
    assert ModuleScore.objects.get().expected == 5


def test_the_tablet_is_given_the_formula_to_show(marking: Marking) -> None:
    packet = judge_packet(marking.judge(), marking.event)
    aspects = packet["modules"][0]["criteria"][0]["sub_criteria"][0]["aspects"]
    assert {row["code"]: row["rule"] for row in aspects}["B4"] == FORMULA
