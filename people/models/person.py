from django.db import models

from common.fields import EncryptedTextField
from common.ids import new_id
from people.models.organisation import Organisation


class Person(models.Model):
    """A worker. `identity_hash` finds the person, `identity_masked` is what lists show."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=60)
    name_en = models.CharField(max_length=80, blank=True)
    identity_number = EncryptedTextField(blank=True)
    identity_hash = models.CharField(max_length=64, unique=True, null=True)  # noqa: DJ001  unique unless unknown
    identity_masked = models.CharField(max_length=24, blank=True)
    phone = EncryptedTextField(blank=True)
    organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.SET_NULL, related_name="people"
    )
    # What the person wrote as the employer; kept as it was even when the organisation is not in the tree.
    employer = models.CharField(max_length=120, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name
