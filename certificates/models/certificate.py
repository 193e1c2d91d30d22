from django.db import models

from certificates.models.batch import Batch
from common.fields import EncryptedBinaryField, EncryptedTextField
from common.ids import new_id
from people.models import Person


class CertificateState(models.TextChoices):
    VALID = "valid", "有效"
    REVOKED = "revoked", "已撤销"


class Certificate(models.Model):
    """`facts` are frozen at issue; `facts_hash` is SHA-256 of their canonical JSON; the PDF is only a view.

    A row without `rendered_at` is what the render task still has to do, so a killed worker loses nothing.
    `identity_number` is filled only when the kind prints it whole; the facts hold a salted keyed hash of it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="certificates")
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="certificates")
    number = models.CharField(max_length=30, unique=True)
    position = models.PositiveIntegerField()
    holder_name = models.CharField(max_length=60)
    identity_number = EncryptedTextField(blank=True)
    facts = models.JSONField()
    facts_hash = models.CharField(max_length=64)
    signature = models.CharField(max_length=128)
    token = models.CharField(max_length=32, unique=True)
    state = models.CharField(max_length=8, choices=CertificateState, default=CertificateState.VALID)
    state_reason = models.CharField(max_length=200, blank=True)
    state_changed_at = models.DateTimeField(null=True)
    issued_on = models.DateField()
    pdf = EncryptedBinaryField(null=True)
    pdf_hash = models.CharField(max_length=64, blank=True, db_index=True)
    rendered_at = models.DateTimeField(null=True)
    render_error = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["batch", "position"], name="certificate_position")]

    def __str__(self) -> str:
        return self.number
