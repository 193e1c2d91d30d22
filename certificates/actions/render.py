"""The writes of the render task: lease, keep one rendering, finish. Each is a short transaction of its own."""

import hashlib
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q

from certificates.domain.facts import manifest_hash
from certificates.events import BatchIssued, batch_topic
from certificates.models import Batch, BatchState, Certificate
from certificates.queries.batch import failures, unrendered
from common import audit, clock
from common.events import TopicTouched, publish_on_commit
from people.actor import SYSTEM

LEASE = timedelta(seconds=30)


def lease_batch(*, batch_id: UUID) -> bool:
    """Take the batch unless another worker holds it; a dead worker's lease runs out by itself."""
    now = clock.now()
    free = Q(leased_until=None) | Q(leased_until__lt=now)
    mine = Batch.objects.filter(free, id=batch_id, state=BatchState.ISSUING).update(leased_until=now + LEASE)
    return bool(mine)


def release_leases() -> None:
    """When this is the only worker there is, whoever held a lease is dead."""
    Batch.objects.filter(state=BatchState.ISSUING).update(leased_until=None)


def keep_rendering(*, certificate: Certificate, pdf: bytes, milliseconds: int, tell: bool) -> None:
    """Kept once: a second rendering of the same certificate changes nothing. `tell` touches the live topic."""
    now = clock.now()
    with transaction.atomic():
        kept = Certificate.objects.filter(id=certificate.id, rendered_at=None).update(
            pdf=pdf, pdf_hash=hashlib.sha256(pdf).hexdigest(), rendered_at=now, render_error=""
        )
        Batch.objects.filter(id=certificate.batch_id).update(
            render_ms=F("render_ms") + (milliseconds if kept else 0), leased_until=now + LEASE
        )
        if tell:
            publish_on_commit(TopicTouched(topic=batch_topic(certificate.batch_id)))


def keep_failure(*, certificate: Certificate, code: str) -> None:
    with transaction.atomic():
        Certificate.objects.filter(id=certificate.id, rendered_at=None).update(render_error=code[:300])
        Batch.objects.filter(id=certificate.batch_id).update(leased_until=clock.now() + LEASE)
        publish_on_commit(TopicTouched(topic=batch_topic(certificate.batch_id)))


def finish_batch(*, batch_id: UUID) -> Batch:
    """Issued when every certificate is rendered, incomplete when some failed; else unchanged."""
    with transaction.atomic():
        batch = Batch.objects.select_for_update().get(id=batch_id)
        if batch.state != BatchState.ISSUING or unrendered(batch_id).exists():
            return batch
        batch.leased_until = None
        failed = failures(batch_id).count()
        if failed:
            batch.state = BatchState.INCOMPLETE
        else:
            rows = list(batch.certificates.order_by("position").values_list("number", "pdf_hash"))
            batch.state, batch.finished_at = BatchState.ISSUED, clock.now()
            batch.manifest_hash = manifest_hash(rows)
            publish_on_commit(BatchIssued(batch_id=batch.id))
        batch.save(update_fields=["state", "leased_until", "finished_at", "manifest_hash"])
        audit.record(
            actor=SYSTEM,
            action=f"certificate_batch.{batch.state}",
            subject="certificate_batch",
            subject_id=batch.id,
            data={"failed": failed, "manifest": batch.manifest_hash},
        )
        publish_on_commit(TopicTouched(topic=batch_topic(batch.id)))
    return batch
