from uuid import UUID

from django.db.models import QuerySet

from certificates.models import Certificate
from certificates.permissions import certificates_visible_to
from common.errors import NOT_FOUND
from people.actor import Actor


def list_certificates(actor: Actor, *, batch_id: UUID | None, text: str) -> QuerySet[Certificate]:
    """`text` is the beginning of a number, or a name. Without PDFs and encrypted fields."""
    rows = certificates_visible_to(actor).defer("pdf", "identity_number")
    if batch_id:
        rows = rows.filter(batch_id=batch_id)
    if text:
        rows = rows.filter(number__startswith=text) | rows.filter(holder_name=text)
    return rows


def get_certificate(actor: Actor, certificate_id: UUID) -> Certificate:
    found = certificates_visible_to(actor).select_related("batch").filter(id=certificate_id).first()
    if found is None:
        raise NOT_FOUND()
    return found
