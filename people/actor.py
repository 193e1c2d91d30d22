"""Who is asking: handed to every action and permission."""

from dataclasses import dataclass
from uuid import UUID

from people.models import Device, User


@dataclass(frozen=True, slots=True)
class Actor:
    user: User | None
    device: Device | None = None
    ip: str = ""

    @property
    def user_id(self) -> UUID | None:
        return self.user.id if self.user else None

    @property
    def device_id(self) -> UUID | None:
        return self.device.id if self.device else None

    @property
    def name(self) -> str:
        return str(self.user) if self.user else "system"


SYSTEM = Actor(user=None)
