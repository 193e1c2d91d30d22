"""Who may do what, and which rows: one policy answers both.

Duties are separate: an administrator manages organisations, users and roles but runs no contest; an
organiser runs the contests of the own subtree; an auditor only reads the audit. A paired tablet has no
second factor, so it carries the event roles of its own event and nothing else.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Length, Substr

from common.errors import NOT_ALLOWED
from people.actor import SYSTEM, Actor
from people.models import Device, Organisation, Person, Role, RoleAssignment, User
from people.models.role import EVENT_ROLES, ORGANISATION_ROLES

EventSource = Callable[[QuerySet[Organisation]], QuerySet[Any, Any]]
_event_sources: list[EventSource] = []


def register_event_source(source: EventSource) -> None:
    """The apps above own the events; each says once which of them some organisations run (rows with `id`)."""
    _event_sources.append(source)


def require(condition: bool) -> None:  # noqa: FBT001  reads as a sentence: require(can_…)
    if not condition:
        raise NOT_ALLOWED()


def is_system(actor: Actor) -> bool:
    """A management command or a job of our own; no request ever carries it."""
    return actor == SYSTEM


# --- roles


def roles_of(actor: Actor) -> QuerySet[RoleAssignment]:
    if actor.user is None:
        return RoleAssignment.objects.none()
    roles = RoleAssignment.objects.filter(user=actor.user).select_related("organisation").order_by("id")
    if actor.device:
        return roles.filter(role__in=EVENT_ROLES, event_id=actor.device.event_id)
    return roles


def _path_and_above(organisation: Organisation) -> list[str]:
    step = Organisation.steplen
    return [organisation.path[: end + step] for end in range(0, len(organisation.path), step)]


def has_role_over(actor: Actor, role: Role, organisation: Organisation) -> bool:
    """Whether the actor holds the role in the organisation or in one above it."""
    if is_system(actor):
        return True
    return roles_of(actor).filter(role=role, organisation__path__in=_path_and_above(organisation)).exists()


def organisations_for(actor: Actor, *roles: Role) -> QuerySet[Organisation]:
    """Every organisation over which the actor holds one of the roles (any role of an organisation if none named)."""
    rows: QuerySet[Organisation] = Organisation.objects.all()
    if is_system(actor):
        return rows
    held = roles_of(actor).filter(
        role__in=roles or ORGANISATION_ROLES,
        organisation__path=Substr(OuterRef("path"), 1, Length("organisation__path")),
    )
    return rows.filter(Exists(held))


def has_role_somewhere(actor: Actor, *roles: Role) -> bool:
    return is_system(actor) or roles_of(actor).filter(role__in=roles).exists()


def stands_at_top(actor: Actor, *roles: Role) -> bool:
    """Whether the actor holds one of the roles at the top of a tree: what belongs to no organisation is theirs."""
    return is_system(actor) or roles_of(actor).filter(role__in=roles, organisation__depth=1).exists()


# --- events


def has_event_role(actor: Actor, event_id: UUID, *roles: Role) -> bool:
    return (
        is_system(actor) or roles_of(actor).filter(event_id=event_id, role__in=roles or EVENT_ROLES).exists()
    )


def event_ids_for(actor: Actor, *roles: Role) -> QuerySet[RoleAssignment, UUID | None]:
    """Events in which the actor holds one of the event roles (any if none named)."""
    return roles_of(actor).filter(role__in=roles or EVENT_ROLES).order_by().values_list("event_id", flat=True)


def is_event_of(event_id: UUID, organisations: QuerySet[Organisation]) -> bool:
    return any(source(organisations).filter(id=event_id).exists() for source in _event_sources)


def in_events_of(organisations: QuerySet[Organisation], field: str = "event_id") -> Q:
    """Condition on rows with an event: the event is run by one of the organisations."""
    found = Q(pk__in=[])
    for source in _event_sources:
        found |= Q(**{f"{field}__in": source(organisations).values("id")})
    return found


def can_run_event(actor: Actor, event_id: UUID) -> bool:
    return is_event_of(event_id, organisations_for(actor, Role.ORGANISER))


def can_manage_devices(actor: Actor, event_id: UUID) -> bool:
    """Hand out pairing codes and take devices out of use."""
    return has_event_role(actor, event_id, Role.CHIEF_JUDGE) or is_event_of(
        event_id, organisations_for(actor, Role.ORGANISER, Role.ADMINISTRATOR)
    )


def devices_visible_to(actor: Actor) -> QuerySet[Device]:
    run = organisations_for(actor, Role.ORGANISER, Role.ADMINISTRATOR)
    return Device.objects.filter(in_events_of(run) | Q(event_id__in=event_ids_for(actor, Role.CHIEF_JUDGE)))


# --- organisations, users, people, audit


def can_manage_organisation(actor: Actor, organisation: Organisation) -> bool:
    return has_role_over(actor, Role.ADMINISTRATOR, organisation)


def can_manage_users(actor: Actor) -> bool:
    return has_role_somewhere(actor, Role.ADMINISTRATOR)


def can_grant(actor: Actor, role: Role, *, organisation: Organisation | None, event_id: UUID | None) -> bool:
    """Roles of an organisation: its administrator. Roles in an event: its administrator or its organiser."""
    if organisation is not None:
        return role in ORGANISATION_ROLES and can_manage_organisation(actor, organisation)
    if event_id is None or role not in EVENT_ROLES:
        return False
    return is_event_of(event_id, organisations_for(actor, Role.ADMINISTRATOR, Role.ORGANISER))


def users_visible_to(actor: Actor, *roles: Role) -> QuerySet[User]:
    """Users with a role in the actor's subtree or in an event run there; from a top also those without any role."""
    rows: QuerySet[User] = User.objects.all()
    if is_system(actor):
        return rows
    organisations = organisations_for(actor, *roles)
    held = RoleAssignment.objects.filter(user=OuterRef("pk"))
    seen = Q(Exists(held.filter(Q(organisation__in=organisations) | in_events_of(organisations))))
    if stands_at_top(actor, *roles):
        seen |= ~Q(Exists(held))
    return rows.filter(seen)


IDENTITY_ROLES = (Role.ORGANISER, Role.BUREAU_OFFICER)


def people_visible_to(actor: Actor) -> QuerySet[Person]:
    """People of the subtree; those whose organisation is not in the tree are seen at the top of it."""
    mine = Q(organisation__in=organisations_for(actor, *IDENTITY_ROLES))
    if stands_at_top(actor, *IDENTITY_ROLES):
        mine |= Q(organisation=None)
    return Person.objects.filter(mine)


def can_see_identity(actor: Actor, person: Person) -> bool:
    return people_visible_to(actor).filter(id=person.id).exists()


def can_see_audit(actor: Actor) -> bool:
    return has_role_somewhere(actor, Role.AUDITOR, Role.ADMINISTRATOR)
