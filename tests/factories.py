"""Plain rows for tests: every default is visible here, nothing is made behind one's back."""

from datetime import timedelta
from decimal import Decimal
from itertools import count
from uuid import UUID

from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client

from common import clock
from common.crypto import lookup_hash
from competition.models import Competition, Event
from people.actor import Actor
from people.models import Device, Organisation, Person, Role, RoleAssignment, User
from people.queries.device import DEVICE_COOKIE, token_hash
from people.second_factor import remember

PASSWORD = "correct horse battery"
TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
_number = count(1)


def organisation(
    name: str = "示例市总工会", *, parent: Organisation | None = None, level: str = "city", code: str = ""
) -> Organisation:
    values = {"name": name, "level": level, "code": code}
    made: Organisation
    made = (
        Organisation.objects.add_root(values)
        if parent is None
        else Organisation.objects.add_child(parent, values)
    )
    return made


def person(
    name: str = "张示例", *, identity_number: str = "", of: Organisation | None = None, employer: str = ""
) -> Person:
    return Person.objects.create(
        name=name,
        identity_number=identity_number,
        identity_hash=lookup_hash(identity_number) if identity_number else None,
        identity_masked=f"{identity_number[:6]}********{identity_number[-4:]}" if identity_number else "",
        organisation=of,
        employer=employer,
    )


def user(name: str = "示例用户", *, username: str = "", password: str | None = None) -> User:
    """Without a password, as judges are; staff get one and, with `with_second_factor`, a second factor."""
    made = User(username=username or f"user{next(_number)}", name=name)
    if password is None:
        made.set_unusable_password()
    else:
        made.set_password(password)
    made.save()
    return made


def with_second_factor(account: User) -> User:
    TOTP.activate(account, TOTP_SECRET)
    return account


def signed_in(account: User) -> Client:
    """A browser of staff who have shown the second factor."""
    client = Client()
    client.force_login(account)
    session = client.session
    remember(session, account)
    session.save()
    return client


def tablet(account: User, event_id: UUID) -> Client:
    """A browser that is paired to the judge for the event."""
    token = f"token{next(_number)}"
    device(account, event_id, token=token)
    client = Client()
    client.cookies[DEVICE_COOKIE] = token
    return client


def grant(
    account: User, role: Role, *, over: Organisation | None = None, event_id: UUID | None = None
) -> User:
    RoleAssignment.objects.create(user=account, role=role, organisation=over, event_id=event_id)
    return account


def administrator(over: Organisation) -> User:
    return grant(user("示例管理员"), Role.ADMINISTRATOR, over=over)


def organiser(over: Organisation) -> User:
    return grant(user("示例组织者"), Role.ORGANISER, over=over)


def bureau_officer(over: Organisation) -> User:
    return grant(user("示例经办人"), Role.BUREAU_OFFICER, over=over)


def auditor(over: Organisation) -> User:
    return grant(user("示例审计员"), Role.AUDITOR, over=over)


def chief_judge(event_id: UUID) -> User:
    return grant(user("示例裁判长"), Role.CHIEF_JUDGE, event_id=event_id)


def judge(event_id: UUID) -> User:
    return grant(user("示例裁判员"), Role.JUDGE, event_id=event_id)


def device(account: User, event_id: UUID, *, label: str = "示例平板", token: str = "") -> Device:
    return Device.objects.create(
        user=account,
        event_id=event_id,
        label=label,
        token_hash=token_hash(token or f"token{next(_number)}"),
        paired_at=clock.now(),
    )


def actor_for(account: User, device: Device | None = None, *, ip: str = "192.0.2.1") -> Actor:
    return Actor(user=account, device=device, ip=ip)


def competition(of: Organisation, *, name: str = "示例技能竞赛") -> Competition:
    today = clock.now().date()
    return Competition.objects.create(
        organisation=of, name=name, level="city", starts_on=today, ends_on=today + timedelta(days=2)
    )


def event(of: Organisation, *, code: str = "", theory_weight: Decimal = Decimal(0)) -> Event:
    return Event.objects.create(
        competition=competition(of),
        code=code or f"E{next(_number)}",
        name="焊工（示例）",
        occupation="焊工",
        theory_weight=theory_weight,
    )
