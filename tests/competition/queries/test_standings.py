from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from competition.models import Entry, Event, EventState
from competition.queries.standings import EntryStanding, EventStandings, standings_for
from tests.competition.marking_event import Marking, marking_event

pytestmark = pytest.mark.django_db
HALF = {"B1": "5", "B2": "1", "B3": "0"}


def standings(marking: Marking) -> EventStandings:
    return standings_for(Event.objects.get(id=marking.event.id))


def order(marking: Marking) -> list[tuple[str, int | None, Decimal | None]]:
    return [(row.work_code, row.rank, row.total) for row in standings(marking).rows]


def row_of(marking: Marking, code: str) -> EntryStanding:
    (row,) = [row for row in standings(marking).rows if row.work_code == code]
    return row


def test_nobody_is_ranked_before_the_first_mark() -> None:
    assert order(marking_event()) == [("W101", None, None), ("W102", None, None), ("W103", None, None)]


def test_provisional_totals_are_ranked_but_not_complete() -> None:
    marking = marking_event()
    marking.give("B1", "5", entry=2)
    marking.give("B1", "8", entry=1)
    assert order(marking) == [
        ("W102", 1, Decimal("38.10")),
        ("W103", 2, Decimal("23.81")),
        ("W101", None, None),
    ]
    assert (row_of(marking, "W102").complete, row_of(marking, "W102").marked) == (False, 1)
    assert standings(marking).complete is False


def test_theory_and_practice_are_weighted_and_modules_add_up_to_the_total() -> None:
    marking = marking_event(entries=1, judges=1, theory=True)
    marking.mark_all(0, {"B1": "10", "B2": "2", "B3": "3"})
    row = row_of(marking, "W101")
    assert row.modules == {"A": Decimal("24.00"), "B": Decimal("70.00")}
    assert (row.total, row.complete, row.marked, row.expected) == (Decimal("94.00"), True, 3, 3)


def test_absent_disqualified_and_withdrawn_stand_apart_without_a_total() -> None:
    marking = marking_event(entries=4, judges=1)
    for entry in range(4):
        marking.mark_all(entry, HALF)
    for entry, state in enumerate(("absent", "disqualified", "withdrawn")):
        Entry.objects.filter(id=marking.entries[entry].id).update(state=state)
    assert order(marking) == [
        ("W104", 1, Decimal("33.33")),
        ("W101", None, None),
        ("W102", None, None),
        ("W103", None, None),
    ]
    states = [row.state for row in standings(marking).rows]
    assert states == ["competing", "absent", "disqualified", "withdrawn"]


def test_absent_on_every_sheet_shows_as_absent_and_not_as_zero() -> None:
    marking = marking_event(entries=1, judges=2)
    for judge in range(2):
        for code in marking.aspects:
            marking.give(code, None, special="absent", judge=judge)
    row = row_of(marking, "W101")
    assert (row.state, row.total, row.rank, row.complete) == ("absent", None, None, True)


def test_skills_decide_between_equal_totals_and_else_the_rank_is_shared() -> None:
    marking = marking_event(entries=3, judges=1, theory=True)
    for entry in range(3):
        marking.mark_all(entry, {"B1": "10", "B2": "2", "B3": "3"})
    assert [row.rank for row in standings(marking).rows] == [1, 1, 1]
    assert {row.shared for row in standings(marking).rows} == {True}
    # 0.7 x 100 + 0.3 x 80 = 94 = 0.7 x 95.24 + 0.3 x 91.11, rounded
    marking.give("B1", "9", entry=1)
    score = marking.score(1, "A")
    score.score = Decimal("91.11")
    score.save()
    assert order(marking)[:3] == [
        ("W101", 1, Decimal("94.00")),
        ("W103", 1, Decimal("94.00")),
        ("W102", 3, Decimal("94.00")),
    ]
    assert row_of(marking, "W102").decided_by == "kind:practice"


@pytest.mark.parametrize("entries", [1, 3])
def test_standings_cost_two_statements_once_the_scheme_is_known(entries: int) -> None:
    marking = marking_event(entries=entries)
    event = Event.objects.get(id=marking.event.id)
    with CaptureQueriesContext(connection) as first:
        standings_for(event)
    with CaptureQueriesContext(connection) as later:
        standings_for(event)
    assert (len(first), len(later)) == (4, 2)


def test_a_scheme_is_kept_only_once_marking_has_started() -> None:
    marking = marking_event(entries=1)
    Event.objects.update(state=EventState.READY, started_at=None)
    before = standings(marking).core.hash
    marking.modules["B"].weight = Decimal(50)
    marking.modules["B"].save()
    assert standings(marking).core.hash != before
