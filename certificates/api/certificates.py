from typing import Annotated, Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Router
from pydantic import StringConstraints

from certificates.actions.certificate import revoke_certificate
from certificates.actions.print import hand_out_certificate
from certificates.api.batches import pdf_response
from certificates.api.schemas import CertificateOut, RevocationIn
from certificates.permissions import can_read_certificates
from certificates.queries.certificate import list_certificates
from common.api import Page, paginate
from common.api.request import ApiRequest
from people.permissions import require

router = Router(tags=["certificates"])


@router.get("/certificates", response=Page[CertificateOut], operation_id="list_certificates")
def list_some_certificates(
    request: ApiRequest,
    batch: UUID | None = None,
    query: Annotated[str, StringConstraints(max_length=60)] = "",
    cursor: str | None = None,
    limit: int = 50,
) -> Any:
    """By batch, by the beginning of a number, or by name."""
    require(can_read_certificates(request.actor))
    rows = list_certificates(request.actor, batch_id=batch, text=query.strip())
    items, following = paginate(rows, order=["batch_id", "position"], cursor=cursor, limit=limit)
    return {"items": [CertificateOut.of(certificate) for certificate in items], "next": following}


@router.get("/certificates/{certificate_id}/pdf", operation_id="get_certificate_pdf")
def get_certificate_pdf(request: ApiRequest, certificate_id: UUID) -> HttpResponse:
    certificate = hand_out_certificate(actor=request.actor, certificate_id=certificate_id)
    return pdf_response(bytes(certificate.pdf or b""), certificate.number)


@router.post(
    "/certificates/{certificate_id}/revocation", response=CertificateOut, operation_id="revoke_certificate"
)
def revoke_one_certificate(request: ApiRequest, certificate_id: UUID, body: RevocationIn) -> Any:
    return CertificateOut.of(
        revoke_certificate(actor=request.actor, certificate_id=certificate_id, reason=body.reason)
    )
