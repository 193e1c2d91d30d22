"""Shapes of the people API."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import StringConstraints

from people.domain.identity import mask_phone
from people.models import OrganisationLevel, Person, Role


def _text(maximum: int, minimum: int = 0) -> StringConstraints:
    return StringConstraints(strip_whitespace=True, min_length=minimum, max_length=maximum)


Name = Annotated[str, _text(60, 1)]
Title = Annotated[str, _text(120, 1)]
TitleEn = Annotated[str, _text(160)]
Reason = Annotated[str, _text(200, 2)]
Language = Literal["zh-CN", "en"]


class Named(Schema):
    id: UUID
    name: str


class RoleOut(Schema):
    id: UUID
    role: Role
    organisation: Named | None
    event_id: UUID | None


class DeviceRef(Schema):
    id: UUID
    label: str


class SessionUser(Named):
    language: str


class SecondFactor(Schema):
    required: bool
    enabled: bool


class SessionOut(Schema):
    """`second_factor.required`: this session must still set up or show the second factor."""

    authenticated: bool
    user: SessionUser | None
    roles: list[RoleOut]
    second_factor: SecondFactor
    device: DeviceRef | None
    time_zone: str


class LanguageIn(Schema):
    language: Language


class PairingIn(Schema):
    code: Annotated[str, _text(24, 1)]
    label: Annotated[str, _text(60, 1)]


class PairingOut(Schema):
    device: DeviceRef
    user: Named


class OrganisationOut(Schema):
    id: UUID
    name: str
    name_en: str
    level: OrganisationLevel
    parent_id: UUID | None
    depth: int
    code: str


class OrganisationIn(Schema):
    parent_id: UUID | None = None
    name: Title
    name_en: TitleEn = ""
    level: OrganisationLevel
    code: Annotated[str, _text(24)] = ""


class OrganisationChange(Schema):
    name: Title | None = None
    name_en: TitleEn | None = None
    code: Annotated[str, _text(24)] | None = None


class PersonOut(Schema):
    """Never the full identity number or telephone."""

    id: UUID
    name: str
    name_en: str
    identity_masked: str
    phone_masked: str
    organisation: Named | None
    employer: str

    @staticmethod
    def resolve_phone_masked(person: Person) -> str:
        return mask_phone(person.phone)


class RevealIn(Schema):
    reason: Reason


class IdentityOut(Schema):
    identity_number: str


class UserOut(Schema):
    id: UUID
    username: str
    name: str
    email: str
    language: str
    is_active: bool
    second_factor: bool
    last_login: datetime | None
    roles: list[RoleOut]


class GrantIn(Schema):
    role: Role
    organisation_id: UUID | None = None
    event_id: UUID | None = None


class RoleIn(GrantIn):
    user_id: UUID


class UserIn(Schema):
    username: Annotated[str, _text(60)] = ""
    name: Name
    email: Annotated[str, _text(254)] = ""
    password: Annotated[str, StringConstraints(max_length=128)] | None = None
    roles: list[GrantIn]


class DeviceOut(Schema):
    id: UUID
    label: str
    user: Named
    event_id: UUID | None
    paired_at: datetime
    last_seen_at: datetime | None
    revoked_at: datetime | None


class RevocationIn(Schema):
    reason: Reason


class AuditOut(Schema):
    id: int
    at: datetime
    actor_id: UUID | None
    actor_name: str
    device_id: UUID | None
    ip: str | None
    action: str
    subject: str
    subject_id: str
    data: dict[str, Any]
