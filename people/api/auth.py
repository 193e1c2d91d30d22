"""Who may call at all: staff by session and second factor, judges by their paired tablet.

Both are cookies, so both are checked against forged requests (CSRF).
"""

from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest
from ninja.security import APIKeyCookie

from common.errors import problem
from people.actor import Actor
from people.queries.device import DEVICE_COOKIE, device_for

SECOND_FACTOR_REQUIRED = problem(
    "second_factor_required",
    403,
    "请先启用两步验证，再继续操作。",
    "Please set up your second factor first.",
)


def client_ip(request: HttpRequest) -> str:
    return str(request.META.get("REMOTE_ADDR", ""))


class StaffSession(APIKeyCookie):
    param_name = settings.SESSION_COOKIE_NAME

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:  # noqa: ARG002
        user = request.user
        if not user.is_authenticated:
            return None
        if settings.REQUIRE_SECOND_FACTOR and not is_mfa_enabled(user):
            raise SECOND_FACTOR_REQUIRED()
        request.actor = Actor(user=user, ip=client_ip(request))  # type: ignore[attr-defined]
        return request.actor  # type: ignore[attr-defined]


class PairedDevice(APIKeyCookie):
    param_name = DEVICE_COOKIE

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:
        device = device_for(key)
        if device is None:
            return None
        request.actor = Actor(user=device.user, device=device, ip=client_ip(request))  # type: ignore[attr-defined]
        return request.actor  # type: ignore[attr-defined]


staff = StaffSession()
device = PairedDevice()
anyone_signed_in = [device, staff]
