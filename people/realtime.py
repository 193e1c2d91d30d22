"""Who is behind a socket: the same two cookies as in the API."""

from http.cookies import SimpleCookie
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user
from django.http import HttpRequest

from people.actor import Actor
from people.queries.device import DEVICE_COOKIE, device_for
from people.second_factor import may_work


def _cookies(scope: dict[str, Any]) -> SimpleCookie:
    raw = next((value for name, value in scope["headers"] if name == b"cookie"), b"")
    return SimpleCookie(raw.decode("latin-1"))


def actor_for_scope(scope: dict[str, Any]) -> Actor | None:
    cookies = _cookies(scope)
    ip = (scope.get("client") or ("", 0))[0]
    if DEVICE_COOKIE in cookies:
        device = device_for(cookies[DEVICE_COOKIE].value)
        if device:
            return Actor(user=device.user, device=device, ip=ip)
    if settings.SESSION_COOKIE_NAME not in cookies:
        return None
    request = HttpRequest()
    store = import_module(settings.SESSION_ENGINE).SessionStore
    request.session = store(cookies[settings.SESSION_COOKIE_NAME].value)
    user = get_user(request)
    if not user.is_authenticated or not may_work(request.session, user):
        return None
    return Actor(user=user, ip=ip)
