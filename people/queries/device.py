"""The live device behind a cookie."""

import hashlib
from datetime import timedelta
from uuid import UUID

from django.db.models import QuerySet

from common import clock
from people.actor import Actor
from people.models import Device
from people.permissions import devices_visible_to

DEVICE_COOKIE = "jx_device"
SEEN_EVERY = timedelta(seconds=20)


def token_hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def device_for(token: str | None) -> Device | None:
    """None when the token is unknown or revoked. Notes that the device was seen, at most every few seconds."""
    if not token:
        return None
    devices = Device.objects.select_related("user")
    device = devices.filter(token_hash=token_hash(token), revoked_at=None, user__is_active=True).first()
    if device and (not device.last_seen_at or clock.now() - device.last_seen_at > SEEN_EVERY):
        Device.objects.filter(id=device.id).update(last_seen_at=clock.now())
    return device


def devices_listed_for(actor: Actor, event_id: UUID | None) -> QuerySet[Device]:
    rows = devices_visible_to(actor).select_related("user")
    return rows.filter(event_id=event_id) if event_id else rows
