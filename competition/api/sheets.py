from datetime import datetime
from uuid import UUID

from ninja import Field, Router, Schema

from common.api.request import ApiRequest
from common.idempotency import idempotent
from competition.actions import sheet as actions
from people.api.auth import anyone_signed_in

router = Router(tags=["marking"], auth=anyone_signed_in)


class SignatureIn(Schema):
    """`revision` is the one the judge saw; another one means that the sheet has changed since."""

    revision: int


class ReopeningIn(Schema):
    reason: str = Field(..., max_length=200)


class SheetOut(Schema):
    id: UUID
    state: str
    revision: int
    signed_at: datetime | None


@router.post("/sheets/{uuid:sheet_id}/signature", operation_id="sign_sheet", response=SheetOut)
@idempotent
def sign_sheet(request: ApiRequest, sheet_id: UUID, payload: SignatureIn) -> SheetOut:
    sheet = actions.sign_sheet(actor=request.actor, sheet_id=sheet_id, revision=payload.revision)
    return SheetOut.from_orm(sheet)


@router.post("/sheets/{uuid:sheet_id}/reopening", operation_id="reopen_sheet", response=SheetOut)
@idempotent
def reopen_sheet(request: ApiRequest, sheet_id: UUID, payload: ReopeningIn) -> SheetOut:
    """By the chief judge; confirmed results fall back to marking."""
    sheet = actions.reopen_sheet(actor=request.actor, sheet_id=sheet_id, reason=payload.reason)
    return SheetOut.from_orm(sheet)
