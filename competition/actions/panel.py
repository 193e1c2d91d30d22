"""Panels and their judges. A judge is an account without a password that comes in by a paired tablet."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.shortcuts import get_object_or_404

from common import audit
from common.errors import problem
from competition.actions.event_access import event_before_start
from competition.events import touch_progress
from competition.models import Event, MemberRole, Module, ModuleSource, Panel, PanelMember
from competition.permissions import NAME_ROLES
from people.actions.device import issue_pairing_code
from people.actions.person import PersonFacts, find_or_create_person
from people.actions.role import grant_role, revoke_role
from people.actions.user import Grant, create_user
from people.actor import Actor
from people.models import Organisation, Person, Role, RoleAssignment, User
from people.permissions import has_role_over

ROLE_OF = {MemberRole.CHIEF: Role.CHIEF_JUDGE, MemberRole.JUDGE: Role.JUDGE}
MODULE_NOT_MARKED = problem(
    "panel_module_unknown",
    422,
    "所选模块不属于本赛项，或不用评分表评分。",
    "A module does not belong to this event, or is not marked on sheets.",
)
MODULE_HAS_PANEL = problem(
    "module_has_panel",
    409,
    "模块 {module} 已由“{panel}”评分。",
    "Module {module} is already marked by “{panel}”.",
)
JUDGE_IS_ENTRANT = problem(
    "judge_is_entrant",
    409,
    "{name} 是本赛项的选手，不能担任裁判。",
    "{name} takes part in this event and cannot judge it.",
)
JUDGE_SEES_NAMES = problem(
    "judge_sees_names",
    409,
    "{name} 能看到选手姓名（赛事组织者或人社局经办人），不能担任评分裁判。请另派裁判。",
    "{name} can see the names of entrants (organiser or bureau officer) and so cannot judge. Please appoint another.",
)
MEMBER_TWICE = problem(
    "panel_member_twice",
    422,
    "{name} 在裁判组中出现了两次。",
    "{name} is on the panel twice.",
)


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """Found again by identity number, else by name among the judges of the event.

    A chief leads and signs, and scores only when `scores` says so.
    """

    name: str
    identity_number: str = ""
    organisation_id: UUID | None = None
    role: MemberRole = MemberRole.JUDGE
    scores: bool | None = None


@transaction.atomic
def create_panel(
    *,
    actor: Actor,
    event_id: UUID,
    name: str,
    name_en: str = "",
    module_ids: Sequence[UUID] = (),
    members: Sequence[MemberFacts] = (),
) -> Panel:
    event = event_before_start(actor=actor, event_id=event_id)
    panel = Panel.objects.create(event=event, name=name, name_en=name_en)
    panel.modules.set(_modules(event, module_ids, panel))
    _set_members(actor, event, panel, members)
    _record(actor, "panel.create", panel)
    return panel


@transaction.atomic
def update_panel(
    *,
    actor: Actor,
    panel_id: UUID,
    name: str | None = None,
    name_en: str | None = None,
    module_ids: Sequence[UUID] | None = None,
    members: Sequence[MemberFacts] | None = None,
) -> Panel:
    """What is None stays; `members` is the whole list. Who leaves loses the role and the tablet."""
    panel = get_object_or_404(Panel, id=panel_id)
    event = event_before_start(actor=actor, event_id=panel.event_id)
    panel.name = panel.name if name is None else name
    panel.name_en = panel.name_en if name_en is None else name_en
    panel.save(update_fields=["name", "name_en"])
    if module_ids is not None:
        panel.modules.set(_modules(event, module_ids, panel))
    if members is not None:
        _set_members(actor, event, panel, members)
    _record(actor, "panel.update", panel)
    return panel


@transaction.atomic
def delete_panel(*, actor: Actor, panel_id: UUID) -> None:
    panel = get_object_or_404(Panel, id=panel_id)
    event = event_before_start(actor=actor, event_id=panel.event_id)
    _set_members(actor, event, panel, [])
    _record(actor, "panel.delete", panel)
    panel.delete()


@dataclass(frozen=True, slots=True)
class IssuedCode:
    user_id: UUID
    name: str
    role: MemberRole
    code: str


@transaction.atomic
def issue_pairing_codes(*, actor: Actor, panel_id: UUID) -> list[IssuedCode]:
    """A fresh code for every member, told only now; codes printed before stop working."""
    panel = get_object_or_404(Panel, id=panel_id)
    return [
        IssuedCode(
            member.user_id,
            member.user.name,
            MemberRole(member.role),
            issue_pairing_code(actor=actor, user=member.user, event_id=panel.event_id),
        )
        for member in panel.members.select_related("user")
    ]


def _modules(event: Event, module_ids: Sequence[UUID], panel: Panel) -> list[Module]:
    modules = list(Module.objects.filter(event=event, source=ModuleSource.SHEETS, id__in=module_ids))
    if len(modules) < len(set(module_ids)):
        raise MODULE_NOT_MARKED()
    for other in Panel.objects.filter(event=event).exclude(id=panel.id).prefetch_related("modules"):
        for module in other.modules.all():
            if module in modules:
                raise MODULE_HAS_PANEL(module=module.code, panel=other.name)
    return modules


def _set_members(actor: Actor, event: Event, panel: Panel, members: Sequence[MemberFacts]) -> None:
    before = {member.user for member in panel.members.select_related("user")}
    users = [_user(actor, event, facts) for facts in members]
    for user in users:
        if users.count(user) > 1:
            raise MEMBER_TWICE(name=user.name)
    panel.members.all().delete()
    PanelMember.objects.bulk_create(
        PanelMember(
            panel=panel,
            user=user,
            role=facts.role,
            scores=facts.role == MemberRole.JUDGE if facts.scores is None else facts.scores,
            position=position,
        )
        for position, (user, facts) in enumerate(zip(users, members, strict=True), 1)
    )
    for user in {*before, *users}:
        _match_roles(actor, event, user)


def _user(actor: Actor, event: Event, facts: MemberFacts) -> User:
    person = _person(actor, facts)
    if person:
        if event.entries.filter(person=person).exists():
            raise JUDGE_IS_ENTRANT(name=facts.name)
        found = User.objects.filter(person=person, is_active=True).order_by("date_joined").first()
    else:
        members = PanelMember.objects.filter(panel__event=event, user__person=None)
        found = User.objects.filter(panel_memberships__in=members, name=facts.name.strip()).first()
    if found is None:
        return create_user(actor=actor, name=facts.name, roles=[_grant(event, facts)], person=person)
    organisation = event.competition.organisation
    if any(has_role_over(Actor(user=found), role, organisation) for role in NAME_ROLES):
        raise JUDGE_SEES_NAMES(name=found.name)
    return found


def _person(actor: Actor, facts: MemberFacts) -> Person | None:
    if not facts.identity_number:
        return None
    organisation = (
        get_object_or_404(Organisation, id=facts.organisation_id) if facts.organisation_id else None
    )
    person_facts = PersonFacts(facts.name, facts.identity_number, organisation=organisation)
    return find_or_create_person(actor=actor, facts=person_facts)


def _grant(event: Event, facts: MemberFacts) -> Grant:
    return Grant(ROLE_OF[facts.role], event_id=event.id)


def _match_roles(actor: Actor, event: Event, user: User) -> None:
    """The roles in the event are those of the memberships, no more and no fewer."""
    memberships = PanelMember.objects.filter(panel__event=event, user=user).values_list("role", flat=True)
    wanted = {ROLE_OF[MemberRole(role)] for role in memberships}
    for role in wanted:
        grant_role(actor=actor, user=user, role=role, event_id=event.id)
    held = RoleAssignment.objects.filter(user=user, event_id=event.id, role__in=ROLE_OF.values())
    for assignment in held.select_related("user", "organisation"):
        if assignment.role not in wanted:
            revoke_role(actor=actor, assignment=assignment)


def _record(actor: Actor, action: str, panel: Panel) -> None:
    data = {
        "event": str(panel.event_id),
        "name": panel.name,
        "modules": sorted(panel.modules.values_list("code", flat=True)),
        "members": [str(user_id) for user_id in panel.members.values_list("user_id", flat=True)],
    }
    audit.record(actor=actor, action=action, subject="panel", subject_id=panel.id, data=data)
    touch_progress(panel.event_id)
