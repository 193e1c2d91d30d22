from typing import Any, Literal, Self
from uuid import UUID

from ninja import Field, Schema
from pydantic import AwareDatetime

from common.errors import Problem
from competition.actions.mark import MarkInput, MarkOutcome

MOST_MARKS = 500
LARGEST_REVISION = 2**31 - 1


class ProblemOut(Schema):
    code: str
    detail: str
    data: dict[str, Any]

    @classmethod
    def of(cls, problem: Problem) -> Self:
        return cls(code=problem.code, detail=problem.detail, data=problem.data)


class MarkIn(Schema):
    """`value` is raw and text: points typed, measured value, step value or 0–3; or `special` says why there is none."""

    sheet_id: UUID
    aspect_id: UUID
    value: str | None = None
    special: str | None = None
    device_time: AwareDatetime
    revision: int = Field(0, ge=0, le=LARGEST_REVISION)

    def as_input(self, mark_id: UUID) -> MarkInput:
        return MarkInput(
            id=mark_id,
            sheet_id=self.sheet_id,
            aspect_id=self.aspect_id,
            value=self.value,
            special=self.special,
            device_time=self.device_time,
            revision=self.revision,
        )


class BatchMarkIn(MarkIn):
    id: UUID


class MarksIn(Schema):
    marks: list[BatchMarkIn] = Field(..., max_length=MOST_MARKS)


class MarkOut(Schema):
    """`counts` is false when a later mark from the judge's other tablet stands in the cell."""

    id: UUID
    state: Literal["saved", "repeated"]
    sheet_revision: int
    counts: bool


class MarkResultOut(Schema):
    id: UUID
    state: Literal["saved", "repeated", "refused"]
    sheet_revision: int
    counts: bool
    problem: ProblemOut | None

    @classmethod
    def of(cls, outcome: MarkOutcome) -> Self:
        return cls(
            id=outcome.id,
            state=outcome.state,
            sheet_revision=outcome.sheet_revision,
            counts=outcome.counts,
            problem=ProblemOut.of(outcome.problem) if outcome.problem else None,
        )


class MarksOut(Schema):
    results: list[MarkResultOut]
