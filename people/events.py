"""What happened to users and devices; ids only."""

from typing import Literal
from uuid import UUID

from common.events import Event, TopicTouched, publish_on_commit


class DevicePaired(Event):
    type: Literal["device_paired"] = "device_paired"
    device_id: UUID
    event_id: UUID | None


class DeviceRevoked(Event):
    type: Literal["device_revoked"] = "device_revoked"
    device_id: UUID
    event_id: UUID | None


class RoleGranted(Event):
    type: Literal["role_granted"] = "role_granted"
    user_id: UUID
    role: str


class RoleRevoked(Event):
    type: Literal["role_revoked"] = "role_revoked"
    user_id: UUID
    role: str


def device_changed(happened: DevicePaired | DeviceRevoked) -> None:
    publish_on_commit(happened)
    if happened.event_id:
        publish_on_commit(TopicTouched(topic=f"progress.{happened.event_id}"))
