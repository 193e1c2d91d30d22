from uuid import UUID

from ninja import Router

from common.api.request import ApiRequest
from competition.actions.mark import record_marks as record
from competition.api.mark_schemas import MarkIn, MarkOut, MarkResultOut, MarksIn, MarksOut
from people.api.auth import anyone_signed_in

router = Router(tags=["marking"], auth=anyone_signed_in)


@router.put("/marks/{uuid:mark_id}", operation_id="record_mark", response=MarkOut)
def record_mark(request: ApiRequest, mark_id: UUID, payload: MarkIn) -> MarkOut:
    """Safe to send again: the same id and content answers `repeated`. A refused mark is a problem, and kept."""
    (outcome,) = record(actor=request.actor, marks=[payload.as_input(mark_id)])
    if outcome.problem is not None:
        raise outcome.problem
    return MarkOut.from_orm(outcome)


@router.post("/marks/batch", operation_id="record_marks", response=MarksOut)
def record_marks(request: ApiRequest, payload: MarksIn) -> MarksOut:
    """One result per mark, in their order; a refused one never holds up the others."""
    outcomes = record(actor=request.actor, marks=[mark.as_input(mark.id) for mark in payload.marks])
    return MarksOut(results=[MarkResultOut.of(outcome) for outcome in outcomes])
