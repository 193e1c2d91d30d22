"""Who may call at all: staff by session and second factor, judges by their paired tablet.

Both are cookies, so both are checked against forged requests (CSRF).
"""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from ninja.security import APIKeyCookie
from ninja.utils import check_csrf

from common.errors import CSRF_FAILED, problem
from people.actor import Actor
from people.queries.device import DEVICE_COOKIE, device_for
from people.second_factor import may_work

SECOND_FACTOR_REQUIRED = problem(
    "second_factor_required",
    403,
    "请先完成两步验证，再继续操作。",
    "Please complete your second factor first.",
)


def client_ip(request: HttpRequest) -> str:
    return str(request.META.get("REMOTE_ADDR", ""))


def refuse_forged(request: HttpRequest) -> None:
    """For every cookie, and for the public operation that sets one."""
    if check_csrf(request):
        raise CSRF_FAILED()


class Cookie(APIKeyCookie):
    def __init__(self) -> None:
        super().__init__(csrf=False)  # checked below, with our own problem

    def _get_key(self, request: HttpRequest) -> str | None:
        refuse_forged(request)
        return request.COOKIES.get(self.param_name)


class PasswordSession(Cookie):
    """Signed in with the password; enough only to set up the second factor."""

    param_name = settings.SESSION_COOKIE_NAME

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:  # noqa: ARG002
        user = request.user
        if not user.is_authenticated:
            return None
        request.actor = Actor(user=user, ip=client_ip(request))  # type: ignore[attr-defined]
        return request.actor  # type: ignore[attr-defined]


class StaffSession(PasswordSession):
    def authenticate(self, request: HttpRequest, key: str | None) -> Any:
        actor = super().authenticate(request, key)
        if actor and not may_work(request.session, actor.user):
            raise SECOND_FACTOR_REQUIRED()
        return actor


class PairedDevice(Cookie):
    param_name = DEVICE_COOKIE

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:
        device = device_for(key)
        if device is None:
            return None
        request.actor = Actor(user=device.user, device=device, ip=client_ip(request))  # type: ignore[attr-defined]
        return request.actor  # type: ignore[attr-defined]


password_session = PasswordSession()
staff = StaffSession()
device = PairedDevice()
anyone_signed_in = [device, staff]
