"""What a page is told about whoever opened it."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from people.actor import Actor
from people.models import Device, RoleAssignment, User
from people.permissions import roles_of
from people.queries.device import DEVICE_COOKIE, device_for
from people.second_factor import has_second_factor, may_work


@dataclass(frozen=True, slots=True)
class Session:
    authenticated: bool
    user: User | None
    roles: list[RoleAssignment]
    second_factor: dict[str, bool]
    device: Device | None
    time_zone: str


def session_of(request: HttpRequest) -> Session:
    """The signed-in user of staff, otherwise the judge of the paired tablet."""
    device = device_for(request.COOKIES.get(DEVICE_COOKIE))
    signed_in: Any = request.user
    staff: User | None = signed_in if signed_in.is_authenticated else None
    actor = Actor(user=staff) if staff else Actor(user=device.user if device else None, device=device)
    return Session(
        authenticated=actor.user is not None,
        user=actor.user,
        roles=list(roles_of(actor)) if actor.user else [],
        second_factor={
            "required": bool(
                staff and settings.REQUIRE_SECOND_FACTOR and not may_work(request.session, staff)
            ),
            "enabled": bool(staff and has_second_factor(staff)),
        },
        device=device,
        time_zone=settings.TIME_ZONE,
    )
