from django.db import models

from certificates.models.kind import CertificateKind
from common.ids import new_id
from people.models import Organisation


class BatchState(models.TextChoices):
    ISSUING = "issuing", "制证中"
    INCOMPLETE = "incomplete", "部分未完成"  # some certificates could not be rendered; see their render_error
    ISSUED = "issued", "已完成"


class Batch(models.Model):
    """Certificates made together from one list of plain facts. `source_id` says where the list came from."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="certificate_batches"
    )
    kind = models.ForeignKey(CertificateKind, on_delete=models.PROTECT, related_name="batches")
    source_id = models.UUIDField(unique=True)
    source_label = models.CharField(max_length=200)
    state = models.CharField(max_length=10, choices=BatchState, default=BatchState.ISSUING)
    total = models.PositiveIntegerField()
    # SHA-256 over "number pdf_hash" of every certificate in order; empty until all are rendered.
    manifest_hash = models.CharField(max_length=64, blank=True)
    # Measured time spent on the certificates rendered so far; the estimate comes from it.
    render_ms = models.PositiveBigIntegerField(default=0)
    # A worker holds the batch until then and prolongs it with every certificate.
    leased_until = models.DateTimeField(null=True)
    created_by_id = models.UUIDField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)
