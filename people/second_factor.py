"""Whether this very session has shown the second factor.

That the account has one is not enough: a session opened with the password alone, before the factor was set
up, would otherwise become a full one without ever having seen it.
"""

from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings

from people.models import User

SESSION_KEY = "second_factor_shown_by"


def remember(session: Any, user: User) -> None:
    session[SESSION_KEY] = str(user.pk)


def has_second_factor(user: User) -> bool:
    return bool(is_mfa_enabled(user))


def may_work(session: Any, user: User) -> bool:
    return not settings.REQUIRE_SECOND_FACTOR or session.get(SESSION_KEY) == str(user.pk)
