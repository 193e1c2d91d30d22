from uuid import UUID

from django.db import transaction

from certificates.events import CertificateRevoked
from certificates.models import Certificate, CertificateState
from certificates.permissions import can_issue, certificates_visible_to
from common import audit, clock
from common.errors import NOT_FOUND, problem
from common.events import publish_on_commit
from people.actor import Actor
from people.permissions import require

ALREADY_REVOKED = problem(
    "certificate_already_revoked",
    409,
    "证书 {number} 此前已撤销。",
    "Certificate {number} has already been revoked.",
)
REASON_MISSING = problem(
    "revocation_reason_missing",
    422,
    "请填写原因，便于日后查证。",
    "Please give the reason, so that it can be understood later.",
)


def revoke_certificate(*, actor: Actor, certificate_id: UUID, reason: str) -> Certificate:
    """The register keeps the certificate; every check of it says revoked from now on."""
    if not reason.strip():
        raise REASON_MISSING()
    with transaction.atomic():
        certificate = (
            certificates_visible_to(actor)
            .select_for_update(of=("self",))
            .select_related("batch__organisation")
            .defer("pdf")
            .filter(id=certificate_id)
            .first()
        )
        if certificate is None:
            raise NOT_FOUND()
        require(can_issue(actor, certificate.batch.organisation))
        if certificate.state == CertificateState.REVOKED:
            raise ALREADY_REVOKED(number=certificate.number)
        certificate.state = CertificateState.REVOKED
        certificate.state_reason = reason.strip()
        certificate.state_changed_at = clock.now()
        certificate.save(update_fields=["state", "state_reason", "state_changed_at"])
        audit.record(
            actor=actor,
            action="certificate.revoke",
            subject="certificate",
            subject_id=certificate.id,
            data={"number": certificate.number, "reason": certificate.state_reason},
        )
        publish_on_commit(CertificateRevoked(certificate_id=certificate.id))
    return certificate
