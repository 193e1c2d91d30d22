"""However marks arrive, the stored score is what a full recomputation gives."""

from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from competition.actions.mark import record_marks
from competition.models import CurrentMark, Mark, ModuleScore
from competition.queries.scheme_core import scheme_core
from scoring.module import score_module
from scoring.values import Mark as MarkValue
from scoring.values import Special
from tests import factories
from tests.competition.marking_event import Marking, mark_for, marking_event

Tap = tuple[int, bool, tuple[str, str | None, str | None], int]
VALUES = {"B1": ["0", "3.5", "10", "11"], "B2": ["1", "2", "7"], "B3": ["0", "1", "3", "NaN"]}
TAPS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.booleans(),
        st.sampled_from(
            [(code, value, None) for code, values in VALUES.items() for value in values]
            + [(code, None, special.value) for code in VALUES for special in Special]
        ),
        st.integers(-60, 60),
    ),
    max_size=14,
)


def effective(mark: Mark) -> datetime:
    return min(mark.device_time, mark.received_at)


def recomputed(marking: Marking) -> tuple[object, ...]:
    """From the append-only rows and the rule in words, not from the rows that the action keeps."""
    newest: dict[tuple[str, str], Mark] = {}
    for mark in Mark.objects.order_by("received_at", "sheet_revision").select_related("sheet", "aspect"):
        cell = (str(mark.sheet.judge_id), mark.aspect.code)
        there = newest.get(cell)
        other_device = there is not None and there.device_id != mark.device_id
        if not (there and other_device and effective(mark) < effective(there)):
            newest[cell] = mark
    marks: dict[str, dict[str, MarkValue]] = {}
    for (judge, code), mark in newest.items():
        value = Special(mark.special) if mark.special else mark.value
        assert value is not None
        marks.setdefault(code, {})[judge] = value
    assert {mark.id for mark in newest.values()} == set(CurrentMark.objects.values_list("mark_id", flat=True))
    module = scheme_core(marking.event).modules[marking.modules["B"].id]
    result = score_module(module, marks, sorted(str(user.id) for user in marking.judges))
    points = result.score.points
    score = result.score.provisional if isinstance(points, Special) else points
    special = points.value if isinstance(points, Special) and points is not Special.NOT_MARKED else ""
    return score, special, result.score.complete, result.marked, result.expected, len(result.findings)


def stored(row: ModuleScore) -> tuple[object, ...]:
    return row.score, row.special, row.complete, row.marked, row.expected, len(row.findings)


class MarkSequences(TestCase):
    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(taps=TAPS, times=st.integers(1, 2))
    def test_any_sequence_of_marks_equals_a_full_recomputation(self, taps: list[Tap], times: int) -> None:
        marking = marking_event(entries=1, judges=3)
        spares = [factories.device(user, marking.event.id) for user in marking.judges]
        for judge, spare, (code, value, special), minutes in taps:
            device = spares[judge] if spare else marking.devices[judge]
            sent = mark_for(
                marking.sheet(judge=judge), marking.aspects[code].id, value, special=special, minutes=minutes
            )
            record_marks(
                actor=factories.actor_for(marking.judges[judge], device),
                marks=[sent] * times,
            )
        assert stored(marking.score()) == recomputed(marking) or not Mark.objects.exists()
        assert sum(sheet.revision for sheet in marking.entries[0].sheets.all()) == Mark.objects.count()


@pytest.mark.django_db
def test_one_batch_gives_the_same_score_as_marks_one_by_one() -> None:
    single, batch = marking_event(entries=1, judges=1), marking_event(entries=1, judges=1)
    taps = [("B1", "5"), ("B2", "2"), ("B1", "7.5"), ("B3", "3"), ("B1", "12")]
    for code, value in taps:
        single.give(code, value)
    sheet = batch.sheet()
    record_marks(
        actor=batch.judge(), marks=[mark_for(sheet, batch.aspects[code].id, value) for code, value in taps]
    )
    assert stored(single.score()) == stored(batch.score()) == (Decimal("18.50"), "", True, 3, 3, 0)
    assert single.sheet().revision == batch.sheet().revision == 4
