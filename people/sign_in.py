"""What allauth tells about signing in: kept in the audit, and in the session that has shown its second factor."""

from typing import Any

from allauth.account.signals import authentication_step_completed
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.contrib.sessions.models import Session
from django.dispatch import receiver
from django.http import HttpRequest

from common import audit, clock
from people.actor import Actor
from people.models import User
from people.second_factor import remember


def _record(action: str, request: HttpRequest | None, user: User | None) -> None:
    if user is None:
        return
    ip = str(request.META.get("REMOTE_ADDR", "")) if request else ""
    actor = Actor(user=user, ip=ip)
    audit.record(actor=actor, action=action, subject="user", subject_id=user.pk)


@receiver(authentication_step_completed)
def _step(request: HttpRequest, user: User, method: str, **_: Any) -> None:
    if method == "mfa":
        remember(request.session, user)


@receiver(authenticator_added)
def _added(request: HttpRequest, user: User, authenticator: Authenticator, **_: Any) -> None:
    """Enrolling ends with a right code, so the session that enrolled has shown it; all others are ended."""
    if authenticator.type == Authenticator.Type.TOTP:
        remember(request.session, user)
        _end_other_sessions(request, user)
        _record("second_factor.enable", request, user)


def _end_other_sessions(request: HttpRequest, user: User) -> None:
    others = Session.objects.filter(expire_date__gt=clock.now()).exclude(pk=request.session.session_key)
    theirs = [s.pk for s in others.iterator() if s.get_decoded().get(SESSION_KEY) == str(user.pk)]
    Session.objects.filter(pk__in=theirs).delete()


@receiver(authenticator_removed)
def _removed(request: HttpRequest, user: User, authenticator: Authenticator, **_: Any) -> None:
    if authenticator.type == Authenticator.Type.TOTP:
        _record("second_factor.disable", request, user)


@receiver(user_logged_in)
def _signed_in(request: HttpRequest | None, user: User, **_: Any) -> None:
    _record("session.sign_in", request, user)


@receiver(user_logged_out)
def _signed_out(request: HttpRequest | None, user: User | None, **_: Any) -> None:
    _record("session.sign_out", request, user)


@receiver(user_login_failed)
def _failed(credentials: dict[str, Any], request: HttpRequest | None = None, **_: Any) -> None:
    """Only for accounts that exist: an unknown name may be a password typed into the wrong field."""
    user = User.objects.filter(username=credentials.get("username") or "").first()
    _record("session.sign_in_failed", request, user)
