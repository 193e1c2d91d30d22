from django.db import models

from certificates.models.kind import CertificateKind
from common.ids import new_id
from people.models import Organisation


class BatchState(models.TextChoices):
    ISSUING = "issuing", "制证中"
    ISSUED = "issued", "已完成"


class Batch(models.Model):
    """Certificates made together from one list of plain facts. `source` says where the list came from."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="certificate_batches"
    )
    kind = models.ForeignKey(CertificateKind, on_delete=models.PROTECT, related_name="batches")
    source_id = models.UUIDField(unique=True)
    source_label = models.CharField(max_length=200)
    state = models.CharField(max_length=10, choices=BatchState, default=BatchState.ISSUING)
    manifest_hash = models.CharField(max_length=64, blank=True)
    created_by_id = models.UUIDField()
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)
