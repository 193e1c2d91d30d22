"""Judges' marks: append-only rows, safe to send again, refused ones kept.

One transaction per sheet. Locks are always taken sheet first, then the entry's module score, so two judges
of one entry wait for each other and never for a circle.

Which mark counts in a cell: from one device the last to arrive, since a device keeps its order. When another
device of the same judge has marked the cell, the later `device_time` counts (never taken as later than the
arrival), so an old tablet that comes back from the cellar does not undo newer work. Both rows stay.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cached_property
from typing import Final, Literal
from uuid import UUID

from django.db import transaction

from common import audit, clock
from common.errors import Problem
from common.events import publish_on_commit
from competition.actions import mark_problems as problems
from competition.actions.mark_problems import as_problem, shortened
from competition.actions.mark_receipts import Receipt, Receipts, receipts_for, refusal_of
from competition.actions.module_score import locked_score, refresh_score
from competition.actions.own_sheet import locked_own_sheet
from competition.events import MarksRecorded, touch_boards
from competition.models import CurrentMark, EventState, Mark, ModuleScore, RefusedMark, Sheet, SheetState
from competition.queries.module_marks import ModuleCells, Standing, effective_time, mark_of, module_cells
from competition.queries.scheme_core import SchemeCore, scheme_core
from people.actor import Actor
from scoring.aspects import check_raw, raw_from_text
from scoring.errors import InvalidMark
from scoring.scheme import is_judged
from scoring.values import Mark as MarkValue
from scoring.values import Special

SPECIALS: Final = frozenset(special.value for special in Special)


@dataclass(frozen=True, slots=True)
class MarkInput:
    """As the tablet sent it: `value` is text and not yet trusted to be a number."""

    id: UUID
    sheet_id: UUID
    aspect_id: UUID
    value: str | None
    special: str | None
    device_time: datetime
    revision: int = 0


@dataclass(frozen=True, slots=True)
class MarkOutcome:
    """`state` is saved, repeated or refused; `counts` is False when a later mark of another device stands."""

    id: UUID
    state: Literal["saved", "repeated", "refused"]
    sheet_revision: int
    counts: bool
    problem: Problem | None = None


def record_marks(*, actor: Actor, marks: Sequence[MarkInput]) -> list[MarkOutcome]:
    """One outcome per mark, in their order. A refused mark never holds up the others."""
    places: dict[UUID, list[int]] = {}
    for place, mark in enumerate(marks):
        places.setdefault(mark.sheet_id, []).append(place)
    outcomes: dict[int, MarkOutcome] = {}
    for sheet_id, found in places.items():
        of_sheet = _record_on_sheet(actor, sheet_id, [marks[place] for place in found])
        outcomes.update(zip(found, of_sheet, strict=True))
    return [outcomes[place] for place in range(len(marks))]


@transaction.atomic
def _record_on_sheet(actor: Actor, sheet_id: UUID, marks: Sequence[MarkInput]) -> list[MarkOutcome]:
    sheet = locked_own_sheet(actor=actor, sheet_id=sheet_id)
    if sheet is None:
        return _refuse_foreign(actor, sheet_id, marks)
    book = _Book(
        actor, sheet, scheme_core(sheet.entry.event), receipts_for(sheet, [mark.id for mark in marks])
    )
    outcomes = [book.take(mark) for mark in marks]
    book.write()
    return outcomes


def _refuse_foreign(actor: Actor, sheet_id: UUID, marks: Sequence[MarkInput]) -> list[MarkOutcome]:
    refused = [{"mark": str(mark.id), "aspect": str(mark.aspect_id)} for mark in marks]
    audit.record(
        actor=actor, action="mark.refuse", subject="sheet", subject_id=sheet_id, data={"marks": refused}
    )
    return [MarkOutcome(mark.id, "refused", 0, False, problems.SHEET_NOT_YOURS()) for mark in marks]


class _Book:
    """What one batch does to one locked sheet, gathered first and written with one statement per table."""

    def __init__(self, actor: Actor, sheet: Sheet, core: SchemeCore, receipts: Receipts) -> None:
        self.actor, self.sheet, self.core, self.receipts = actor, sheet, core, receipts
        self.now = clock.now()
        self.accepted: list[Mark] = []
        self.refused: list[RefusedMark] = []
        self.outcomes: dict[UUID, MarkOutcome] = {}

    @cached_property
    def module(self) -> tuple[ModuleScore, ModuleCells]:
        """Cells are read with the module's score locked, so that no other judge's mark slips in between."""
        score = locked_score(self.sheet.entry_id, self.sheet.module_id)
        return score, module_cells(self.sheet.entry_id, self.sheet.module_id)

    def take(self, mark: MarkInput) -> MarkOutcome:
        earlier = self.receipts.find(mark.id)
        if earlier is not None:
            return self._again(mark, earlier)
        try:
            value = self._checked(mark)
        except Problem as problem:
            return self._refuse(mark, problem)
        return self._accept(mark, value)

    def _again(self, mark: MarkInput, earlier: Receipt) -> MarkOutcome:
        if not earlier.same_as(mark.sheet_id, mark.aspect_id, mark.value, mark.special):
            return self._refuse(mark, problems.MARK_ID_REUSED())
        if earlier.problem is not None:
            return MarkOutcome(mark.id, "refused", self.sheet.revision, False, earlier.problem)
        return MarkOutcome(mark.id, "repeated", earlier.sheet_revision, earlier.counts)

    def _checked(self, mark: MarkInput) -> MarkValue:
        """The value the aspect's rule allows. Raises Problem."""
        if self.sheet.entry.event.state != EventState.MARKING:
            raise problems.EVENT_NOT_MARKING()
        if self.sheet.state == SheetState.SIGNED:
            raise problems.SHEET_SIGNED()
        ref = self.core.aspects.get(mark.aspect_id)
        if ref is None or ref.module_id != self.sheet.module_id:
            raise problems.ASPECT_NOT_ON_SHEET()
        if mark.special and is_judged(ref.aspect):
            return _special_of(mark.special, mark.value)
        try:
            if not is_judged(ref.aspect):
                check_raw(ref.aspect.rule, ref.aspect.max_mark, Decimal(0))
            if mark.value is None or not mark.value.strip():
                raise problems.MARK_EMPTY()
            raw = raw_from_text(mark.value.strip())
            check_raw(ref.aspect.rule, ref.aspect.max_mark, raw)
        except InvalidMark as error:
            raise as_problem(error) from None
        return raw

    def _refuse(self, mark: MarkInput, problem: Problem) -> MarkOutcome:
        row = refusal_of(mark.id, mark.aspect_id, mark.value, mark.special, problem)
        row.sheet, row.device_id = self.sheet, self.actor.device_id
        row.device_time, row.received_at, row.base_revision = mark.device_time, self.now, mark.revision
        self.refused.append(row)
        self.receipts.add_refused(row)
        return MarkOutcome(mark.id, "refused", self.sheet.revision, False, problem)

    def _accept(self, mark: MarkInput, value: MarkValue) -> MarkOutcome:
        self.sheet.revision += 1
        special = value.value if isinstance(value, Special) else ""
        row = Mark(
            id=mark.id,
            sheet=self.sheet,
            aspect_id=mark.aspect_id,
            value=None if isinstance(value, Special) else value,
            special=special,
            device_id=self.actor.device_id,
            device_time=mark.device_time,
            received_at=self.now,
            base_revision=mark.revision,
            sheet_revision=self.sheet.revision,
        )
        counts = self._put(row)
        self.accepted.append(row)
        self.receipts.add(row, counts=counts)
        return MarkOutcome(mark.id, "saved", row.sheet_revision, counts)

    def _put(self, row: Mark) -> bool:
        """Whether the mark now counts in its cell (the rule at the head of this file)."""
        cell = (str(self.sheet.judge_id), row.aspect_id)
        cells = self.module[1].cells
        standing = cells.get(cell)
        since = effective_time(row.device_time, row.received_at)
        if standing and standing.device_id != row.device_id and since < standing.since:
            return False
        cells[cell] = Standing(mark_of(row.value, row.special), row.device_id, since)
        return True

    def write(self) -> None:
        RefusedMark.objects.bulk_create(self.refused)
        if not self.accepted:
            return
        Mark.objects.bulk_create(self.accepted)
        newest = {row.aspect_id: row for row in self.accepted if self.receipts.counts(row.id)}
        _point_to(newest.values())
        Sheet.objects.filter(id=self.sheet.id).update(revision=self.sheet.revision)
        score, cells = self.module
        refresh_score(score, self.core, cells)
        self._tell()

    def _tell(self) -> None:
        entry = self.sheet.entry
        given = [
            {"id": str(row.id), "aspect": self.core.aspects[row.aspect_id].aspect.code, "value": _text(row)}
            for row in self.accepted
        ]
        audit.record(
            actor=self.actor,
            action="mark.record",
            subject="sheet",
            subject_id=self.sheet.id,
            data={"work_code": entry.work_code, "revision": self.sheet.revision, "marks": given},
        )
        publish_on_commit(MarksRecorded(event_id=entry.event_id, entry_id=entry.id, sheet_id=self.sheet.id))
        touch_boards(entry.event_id)


def _special_of(special: str, value: str | None) -> Special:
    if special not in SPECIALS:
        raise problems.MARK_SPECIAL_UNKNOWN(special=shortened(special))
    if value and value.strip():
        raise problems.MARK_VALUE_AND_SPECIAL(special=special)
    return Special(special)


def _point_to(rows: Iterable[Mark]) -> None:
    current = [
        CurrentMark(
            sheet_id=row.sheet_id, aspect_id=row.aspect_id, mark=row, value=row.value, special=row.special
        )
        for row in rows
    ]
    CurrentMark.objects.bulk_create(
        current,
        update_conflicts=True,
        unique_fields=["sheet", "aspect"],
        update_fields=["mark", "value", "special"],
    )


def _text(row: Mark) -> str:
    return row.special or format(row.value or 0, "f")
