"""Accounts: staff with a password, judges without."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from common import audit
from common.errors import INVALID_INPUT, problem
from people.actions.role import grant_role
from people.actor import Actor
from people.models import Organisation, Person, Role, User
from people.permissions import is_system, require

USERNAME_TAKEN = problem(
    "username_taken",
    409,
    "用户名“{username}”已被使用，请换一个。",
    "The user name “{username}” is taken. Please choose another.",
)
PASSWORD_WEAK = problem(
    "password_weak",
    422,
    "密码不够安全：{reasons}",
    "The password is not safe enough: {reasons}",
)
LANGUAGES = ("zh-CN", "en")


@dataclass(frozen=True, slots=True)
class Grant:
    role: Role
    organisation: Organisation | None = None
    event_id: UUID | None = None


@transaction.atomic
def create_user(
    *,
    actor: Actor,
    name: str,
    roles: Sequence[Grant],
    username: str = "",
    email: str = "",
    password: str | None = None,
    person: Person | None = None,
) -> User:
    """Whoever may grant the first roles may make the account. Without a password nobody can sign in with it."""
    require(bool(roles) or is_system(actor))
    user = User(name=name.strip(), email=email.strip(), person=person)
    user.username = username.strip() or f"u{user.id.hex[-12:]}"
    if User.objects.filter(username__iexact=user.username).exists():
        raise USERNAME_TAKEN(username=user.username)
    _set_password(user, password)
    user.save(force_insert=True)
    audit.record(
        actor=actor,
        action="user.create",
        subject="user",
        subject_id=user.id,
        data={"username": user.username, "name": user.name, "signs_in": password is not None},
    )
    for grant in roles:
        grant_role(
            actor=actor, user=user, role=grant.role, organisation=grant.organisation, event_id=grant.event_id
        )
    return user


def _set_password(user: User, password: str | None) -> None:
    if password is None:
        user.set_unusable_password()
        return
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise PASSWORD_WEAK(reasons=" ".join(error.messages)) from error
    user.set_password(password)


@transaction.atomic
def set_language(*, actor: Actor, language: str) -> User:
    """A person's own setting; everybody who is signed in may choose."""
    require(actor.user is not None)
    assert actor.user is not None
    if language not in LANGUAGES:
        raise INVALID_INPUT(fields=[{"field": "language", "code": "unknown", "known": LANGUAGES}])
    actor.user.language = language
    actor.user.save(update_fields=["language"])
    audit.record(
        actor=actor,
        action="user.set_language",
        subject="user",
        subject_id=actor.user.id,
        data={"language": language},
    )
    return actor.user
