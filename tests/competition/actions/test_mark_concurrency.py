"""Judges of one entry mark at the same moment; only a database with row locks shows whether that holds."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from threading import Barrier

import pytest
from django.db import connection

from competition.actions.mark import MarkOutcome, record_marks
from competition.actions.result import confirm_results
from competition.actions.sheet import reopen_sheet
from competition.models import CurrentMark, Event, EventState, Mark, Sheet
from competition.queries.module_marks import module_cells
from tests.competition.marking_event import Marking, mark_for, marking_event

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="row locks need PostgreSQL"),
]
ROUNDS = 8


def test_judges_marking_one_entry_at_once_lose_nothing_and_never_deadlock() -> None:
    marking = marking_event(entries=1, judges=3)
    start = Barrier(3)

    def work(judge: int) -> list[MarkOutcome]:
        try:
            outcomes = []
            for value in range(ROUNDS):
                start.wait(10)
                sheet = Sheet.objects.get(judge=marking.judges[judge])
                codes = list(marking.aspects)[:: 1 if judge % 2 else -1]
                marks = [
                    mark_for(sheet, marking.aspects[code].id, {"B1": str(value), "B2": "2", "B3": "3"}[code])
                    for code in codes
                ]
                outcomes += record_marks(actor=marking.judge(judge), marks=marks)
            return outcomes
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as pool:
        found = [outcome for outcomes in pool.map(work, range(3)) for outcome in outcomes]
    assert {outcome.state for outcome in found} == {"saved"}
    assert (Mark.objects.count(), CurrentMark.objects.count()) == (3 * 3 * ROUNDS, 9)
    score = marking.score()
    assert (score.score, score.marked, score.complete) == (Decimal(ROUNDS - 1 + 11), 9, True)
    assert len(module_cells(marking.entries[0].id, marking.modules["B"].id).cells) == 9


def test_the_same_mark_sent_twice_at_once_is_one_row() -> None:
    marking = marking_event(entries=1, judges=1)
    start = Barrier(2)
    sent = mark_for(marking.sheet(), marking.aspects["B1"].id, "7")

    def work(_: int) -> MarkOutcome:
        try:
            start.wait(10)
            return record_marks(actor=marking.judge(), marks=[sent])[0]
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(work, range(2)))
    assert sorted(outcome.state for outcome in outcomes) == ["repeated", "saved"]
    assert [outcome.sheet_revision for outcome in outcomes] == [1, 1]
    assert Mark.objects.count() == 1


def signed_event() -> Marking:
    marking = marking_event(entries=1, judges=1)
    marking.mark_all(0, {"B1": "8", "B2": "2", "B3": "3"})
    marking.sign_all()
    return marking


@pytest.mark.parametrize("round_", range(4))
def test_confirming_and_reopening_at_once_never_leaves_an_open_sheet_under_confirmed_results(
    round_: int,
) -> None:
    marking = signed_event()
    start = Barrier(2)

    def confirm() -> None:
        confirm_results(actor=marking.chief_actor, event_id=marking.event.id)

    def reopen() -> None:
        reopen_sheet(actor=marking.chief_actor, sheet_id=marking.sheet().id, reason="复核")

    def work(action: int) -> str:
        try:
            start.wait(10)
            (confirm, reopen)[action]()
        except Exception as error:  # noqa: BLE001  the loser's problem is part of the answer
            return str(getattr(error, "code", error))
        else:
            return "done"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        confirmed, reopened = list(pool.map(work, range(2)))
    assert reopened == "done"
    assert confirmed in {"done", "sheets_unsigned"}
    assert Event.objects.get().state == EventState.MARKING
    assert marking.sheet().state == "open"
