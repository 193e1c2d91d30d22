from uuid import UUID

from ninja import Field, Router, Schema

from common.api.request import ApiRequest
from common.idempotency import idempotent
from competition.actions import certificate as actions

router = Router(tags=["results"])


class CertificatesIn(Schema):
    """`kind_code`: a kind of certificate of the organisation or one above it."""

    kind_code: str = Field(..., min_length=1, max_length=30)


class IssuedBatch(Schema):
    id: UUID
    state: str
    source_label: str
    total: int


@router.post("/events/{uuid:event_id}/certificates", operation_id="issue_certificates", response=IssuedBatch)
@idempotent
def issue_certificates(request: ApiRequest, event_id: UUID, payload: CertificatesIn) -> IssuedBatch:
    """Once, after publication; rendering follows in the background (`get_batch` tells how far)."""
    batch = actions.issue_certificates(actor=request.actor, event_id=event_id, kind_code=payload.kind_code)
    return IssuedBatch.from_orm(batch)
