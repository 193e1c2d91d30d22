from django.db import models

from common.ids import new_id
from people.models.user import User


class Device(models.Model):
    """A tablet paired to one user for one event; its token is kept only as a hash."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="devices")
    event_id = models.UUIDField(null=True, db_index=True)
    label = models.CharField(max_length=60)
    token_hash = models.CharField(max_length=64, unique=True)
    user_agent = models.CharField(max_length=200, blank=True)
    paired_at = models.DateTimeField()
    last_seen_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    revoked_reason = models.CharField(max_length=200, blank=True)


class PairingCode(models.Model):
    """A one-time code on the printed sheet; kept only as a hash, dead after use or expiry."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="pairing_codes")
    event_id = models.UUIDField(null=True, db_index=True)
    code_hash = models.CharField(max_length=64, unique=True)
    issued_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    device = models.OneToOneField(Device, null=True, on_delete=models.SET_NULL, related_name="pairing_code")
