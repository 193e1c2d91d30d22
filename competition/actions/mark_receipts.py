"""What was answered before to the marks of a batch, so that sending again gets the same answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from common.errors import PROBLEMS, Problem
from competition.domain.plain_text import printable
from competition.models import Mark, RefusedMark, Sheet
from scoring.aspects import raw_from_text
from scoring.errors import InvalidMark

KEPT: Final = 64  # characters of a refused value that are kept


@dataclass(frozen=True, slots=True)
class Receipt:
    sheet_id: UUID
    aspect_id: UUID
    value: Decimal | str | None
    special: str
    sheet_revision: int
    counts: bool
    problem: Problem | None = None

    def same_as(self, sheet_id: UUID, aspect_id: UUID, value: str | None, special: str | None) -> bool:
        if (self.sheet_id, self.aspect_id) != (sheet_id, aspect_id):
            return False
        if self.problem is not None:
            return (self.value, self.special) == (kept_text(value), kept_text(special))
        return self.special == (special or "") and self.value == _number(value)


class Receipts:
    """A mark that was accepted outweighs refusals under the same id."""

    def __init__(self) -> None:
        self._accepted: dict[UUID, Receipt] = {}
        self._refused: dict[UUID, Receipt] = {}

    def find(self, mark_id: UUID) -> Receipt | None:
        return self._accepted.get(mark_id) or self._refused.get(mark_id)

    def counts(self, mark_id: UUID) -> bool:
        return self._accepted[mark_id].counts

    def add(self, row: Mark, *, counts: bool) -> None:
        self._accepted[row.id] = Receipt(
            row.sheet_id, row.aspect_id, row.value, row.special, row.sheet_revision, counts
        )

    def add_refused(self, row: RefusedMark) -> None:
        problem = Problem(PROBLEMS[row.code], row.data)
        receipt = Receipt(row.sheet_id, row.aspect_id, row.value, row.special, 0, False, problem)
        self._refused.setdefault(row.mark_id, receipt)


def receipts_for(sheet: Sheet, mark_ids: Sequence[UUID]) -> Receipts:
    """Two statements, however many marks. An id that another sheet used is found too: it is taken."""
    found = Receipts()
    for row in Mark.objects.filter(id__in=mark_ids).select_related("current"):
        found.add(row, counts=hasattr(row, "current"))
    for refused in RefusedMark.objects.filter(mark_id__in=mark_ids, sheet=sheet).order_by(
        "received_at", "id"
    ):
        found.add_refused(refused)
    return found


def refusal_of(
    mark_id: UUID, aspect_id: UUID, value: str | None, special: str | None, problem: Problem
) -> RefusedMark:
    data: Mapping[str, Any] = problem.data
    return RefusedMark(
        mark_id=mark_id,
        aspect_id=aspect_id,
        value=kept_text(value),
        special=kept_text(special),
        code=problem.code,
        data=data,
        sentence=problem.kind.title.zh.format(**data),
        sentence_en=problem.kind.title.en.format(**data),
    )


def kept_text(text: str | None) -> str:
    return printable((text or "")[:KEPT])


def _number(value: str | None) -> Decimal | str | None:
    """As the accepted row holds it; text that is no number equals none."""
    if value is None:
        return None
    try:
        return raw_from_text(value.strip())
    except InvalidMark:
        return value
