from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Router

from certificates.actions.batch import retry_batch
from certificates.actions.print import print_batch
from certificates.api.schemas import BatchOut
from certificates.permissions import batches_visible_to, can_read_certificates
from certificates.queries.batch import get_batch, with_progress
from common.api import Page, paginate
from common.api.request import ApiRequest
from people.permissions import require

router = Router(tags=["certificates"])


def pdf_response(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response


@router.get("/certificates/batches", response=Page[BatchOut], operation_id="list_batches")
def list_batches(request: ApiRequest, cursor: str | None = None, limit: int = 50) -> Any:
    """Newest first."""
    require(can_read_certificates(request.actor))
    rows = with_progress(batches_visible_to(request.actor))
    items, following = paginate(rows, order=["-id"], cursor=cursor, limit=limit)
    return {"items": [BatchOut.of(batch) for batch in items], "next": following}


@router.get("/certificates/batches/{batch_id}", response=BatchOut, operation_id="get_batch")
def get_one_batch(request: ApiRequest, batch_id: UUID) -> Any:
    return BatchOut.of(get_batch(request.actor, batch_id))


@router.post("/certificates/batches/{batch_id}/retry", response=BatchOut, operation_id="retry_batch")
def retry_one_batch(request: ApiRequest, batch_id: UUID) -> Any:
    """Render the failed certificates again, after their cause is mended."""
    retry_batch(actor=request.actor, batch_id=batch_id)
    return BatchOut.of(get_batch(request.actor, batch_id))


@router.get("/certificates/batches/{batch_id}/print.pdf", operation_id="print_batch")
def print_one_batch(request: ApiRequest, batch_id: UUID) -> HttpResponse:
    """All certificates of the batch, one page each, in one file."""
    return pdf_response(print_batch(actor=request.actor, batch_id=batch_id), f"batch-{batch_id}")
