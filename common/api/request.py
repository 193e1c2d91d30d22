from typing import Any

from django.http import HttpRequest


class ApiRequest(HttpRequest):
    """A request after authentication: `actor` is `people.actor.Actor`, `auth` what the auth class gave."""

    actor: Any
    auth: Any
