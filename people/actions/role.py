"""Granting and revoking roles."""

from uuid import UUID

from django.db import transaction

from common import audit
from common.errors import problem
from common.events import publish_on_commit
from people.actions.device import end_device
from people.actor import Actor
from people.events import RoleGranted, RoleRevoked
from people.models import Device, Organisation, Role, RoleAssignment, User
from people.models.role import EVENT_ROLES, ORGANISATION_ROLES
from people.permissions import can_grant, require

SCOPE = problem(
    "role_needs_scope",
    422,
    "该角色的范围不正确：机构角色需指定机构，赛项角色需指定赛项。",
    "This role has the wrong scope: roles of an organisation name an organisation, roles of an event an event.",
)
EXCLUDES = problem(
    "roles_exclude_each_other",
    409,
    "审计员须独立：同一账号不能既是审计员又担任其他机构角色。请另用账号。",
    "Auditors are independent: one account cannot be auditor and hold another role of an organisation. "
    "Please use another account.",
)
LAST_ADMINISTRATOR = problem(
    "last_administrator",
    409,
    "这是顶级机构的最后一名管理员，不能撤销。请先指定另一名管理员。",
    "This is the last administrator at the top. Please appoint another one first.",
)


@transaction.atomic
def grant_role(
    *,
    actor: Actor,
    user: User,
    role: Role,
    organisation: Organisation | None = None,
    event_id: UUID | None = None,
) -> RoleAssignment:
    """Granting what is already held changes nothing."""
    _check_scope(role, organisation, event_id)
    require(can_grant(actor, role, organisation=organisation, event_id=event_id))
    _check_exclusion(user, role)
    held, made = RoleAssignment.objects.get_or_create(
        user=user, role=role, organisation=organisation, event_id=event_id
    )
    if made:
        _record(actor, "role.grant", held)
        publish_on_commit(RoleGranted(user_id=user.id, role=role))
    return held


def _check_scope(role: Role, organisation: Organisation | None, event_id: UUID | None) -> None:
    in_organisation = role in ORGANISATION_ROLES and organisation is not None and event_id is None
    in_event = role in EVENT_ROLES and organisation is None and event_id is not None
    if not (in_organisation or in_event):
        raise SCOPE(role=role)


def _check_exclusion(user: User, role: Role) -> None:
    if role not in ORGANISATION_ROLES:
        return
    held = RoleAssignment.objects.filter(user=user, role__in=ORGANISATION_ROLES)
    others = held.exclude(role=Role.AUDITOR) if role == Role.AUDITOR else held.filter(role=Role.AUDITOR)
    if others.exists():
        raise EXCLUDES()


@transaction.atomic
def revoke_role(*, actor: Actor, assignment: RoleAssignment) -> None:
    """Who loses the last role in an event loses the tablets paired for it."""
    role = Role(assignment.role)
    require(can_grant(actor, role, organisation=assignment.organisation, event_id=assignment.event_id))
    _keep_an_administrator(assignment)
    _record(actor, "role.revoke", assignment)
    user, event_id = assignment.user, assignment.event_id
    assignment.delete()
    if event_id and not RoleAssignment.objects.filter(user=user, event_id=event_id).exists():
        for device in Device.objects.filter(user=user, event_id=event_id, revoked_at=None):
            end_device(actor=actor, device=device, reason="role.revoke", action="device.revoke")
    publish_on_commit(RoleRevoked(user_id=user.id, role=role))


def _keep_an_administrator(assignment: RoleAssignment) -> None:
    organisation = assignment.organisation
    if organisation is None or assignment.role != Role.ADMINISTRATOR or organisation.depth > 1:
        return
    Organisation.objects.select_for_update().get(id=organisation.id)
    others = organisation.roles.filter(role=Role.ADMINISTRATOR, user__is_active=True).exclude(
        id=assignment.id
    )
    if not others.exists():
        raise LAST_ADMINISTRATOR()


def _record(actor: Actor, action: str, held: RoleAssignment) -> None:
    audit.record(
        actor=actor,
        action=action,
        subject="user",
        subject_id=held.user_id,
        data={"role": held.role, "organisation_id": held.organisation_id, "event_id": held.event_id},
    )
