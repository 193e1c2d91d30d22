"""Pairing a tablet to a judge, and taking it out of use."""

import secrets
from datetime import timedelta
from uuid import UUID

from django.db import transaction

from common import audit, clock
from common.crypto import lookup_hash
from common.errors import problem
from people.actor import Actor
from people.domain import pairing
from people.events import DevicePaired, DeviceRevoked, device_changed
from people.models import Device, PairingCode, User
from people.permissions import can_manage_devices, require
from people.queries.device import token_hash

# Codes are printed the day before and used on the morning of the contest.
CODE_LIFETIME = timedelta(hours=48)

UNKNOWN = problem(
    "pairing_code_unknown",
    404,
    "配对码不存在，请对照打印的配对单核对后重新输入。",
    "This pairing code does not exist. Please check it against the printed sheet.",
)
USED = problem(
    "pairing_code_used",
    409,
    "配对码已被使用。如不是您本人操作，请立即告知工作人员，并领取新的配对码。",
    "This pairing code has been used. If that was not you, tell the staff at once and ask for a new code.",
)
EXPIRED = problem(
    "pairing_code_expired",
    410,
    "配对码已过期，请向工作人员领取新的配对码。",
    "This pairing code has expired. Please ask the staff for a new one.",
)


@transaction.atomic
def issue_pairing_code(*, actor: Actor, user: User, event_id: UUID) -> str:
    """The code as printed, told only this once. Codes issued before to the same judge stop working."""
    require(can_manage_devices(actor, event_id))
    now = clock.now()
    PairingCode.objects.filter(user=user, event_id=event_id, used_at=None, expires_at__gt=now).update(
        expires_at=now
    )
    code = pairing.new_code(secrets.choice)
    made = PairingCode.objects.create(
        user=user,
        event_id=event_id,
        code_hash=lookup_hash(code),
        issued_by=actor.user or user,
        issued_at=now,
        expires_at=now + CODE_LIFETIME,
    )
    audit.record(
        actor=actor,
        action="pairing_code.issue",
        subject="pairing_code",
        subject_id=made.id,
        data={"user_id": user.id, "event_id": event_id},
    )
    return pairing.shown(code)


@transaction.atomic
def pair_device(*, code: str, label: str, user_agent: str, ip: str) -> tuple[Device, str]:
    """The device and its token, which is kept only as a hash. The code itself is the permission."""
    found = _usable(code)
    token = secrets.token_urlsafe(32)
    now = clock.now()
    device = Device.objects.create(
        user=found.user,
        event_id=found.event_id,
        label=label.strip(),
        token_hash=token_hash(token),
        user_agent=user_agent[:200],
        paired_at=now,
        last_seen_at=now,
    )
    if not PairingCode.objects.filter(id=found.id, used_at=None).update(used_at=now, device=device):
        raise USED()
    audit.record(
        actor=Actor(user=found.user, device=device, ip=ip),
        action="device.pair",
        subject="device",
        subject_id=device.id,
        data={"label": device.label, "event_id": device.event_id},
    )
    device_changed(DevicePaired(device_id=device.id, event_id=device.event_id))
    return device, token


def _usable(code: str) -> PairingCode:
    codes = PairingCode.objects.select_related("user").filter(user__is_active=True)
    found = codes.filter(code_hash=lookup_hash(pairing.normalise(code))).first()
    if found is None:
        raise UNKNOWN()
    if found.used_at:
        raise USED()
    if found.expires_at <= clock.now():
        raise EXPIRED()
    return found


def revoke_device(*, actor: Actor, device: Device, reason: str) -> Device:
    require(device.event_id is not None and can_manage_devices(actor, device.event_id))
    return end_device(actor=actor, device=device, reason=reason, action="device.revoke")


def unpair(*, actor: Actor) -> None:
    """The judge hands the tablet back."""
    require(actor.device is not None)
    assert actor.device is not None
    end_device(actor=actor, device=actor.device, reason="", action="device.unpair")


@transaction.atomic
def end_device(*, actor: Actor, device: Device, reason: str, action: str) -> Device:
    """Called by actions that have checked their permission. A device already ended keeps its first reason."""
    now = clock.now()
    ended = Device.objects.filter(id=device.id, revoked_at=None).update(
        revoked_at=now, revoked_reason=reason.strip()[:200]
    )
    device.refresh_from_db()
    if ended:
        audit.record(
            actor=actor,
            action=action,
            subject="device",
            subject_id=device.id,
            data={"reason": reason.strip()},
        )
        device_changed(DeviceRevoked(device_id=device.id, event_id=device.event_id))
    return device
