"""The tree of unions and enterprises."""

from collections.abc import Mapping

from django.db import transaction

from common import audit
from common.errors import Problem, problem
from people.actor import Actor
from people.domain import organisation_code
from people.models import Organisation, OrganisationLevel, Role, RoleAssignment
from people.permissions import can_manage_organisation, require, stands_at_top

CODE_PROBLEMS = {
    wrong.code: problem(wrong.code, 422, wrong.zh, wrong.en)
    for wrong in (
        organisation_code.LENGTH,
        organisation_code.CHARACTERS,
        organisation_code.CHECK_CHARACTER,
    )
}
CODE_TAKEN = problem(
    "organisation_code_taken",
    409,
    "统一社会信用代码 {code} 已登记在另一机构名下，请核对。",
    "The code {code} is already registered for another organisation. Please check.",
)
LEVEL_ORDER = problem(
    "organisation_level_order",
    422,
    "下级机构的级别应低于上级机构（企业下可再设企业）。",
    "An organisation stands below the level of its parent (enterprises may hold enterprises).",
)
_ORDER = list(OrganisationLevel)


@transaction.atomic
def create_organisation(
    *,
    actor: Actor,
    parent: Organisation | None,
    name: str,
    level: OrganisationLevel,
    name_en: str = "",
    code: str = "",
) -> Organisation:
    """A new top of a tree is made by an administrator of a top, who then administers it too."""
    require(can_manage_organisation(actor, parent) if parent else stands_at_top(actor, Role.ADMINISTRATOR))
    _check_level(parent, level)
    made = Organisation(
        name=name.strip(), name_en=name_en.strip(), level=level, code=_checked_code(code, besides=None)
    )
    if parent:
        Organisation.objects.add_child(parent, instance=made)
    else:
        Organisation.objects.add_root(instance=made)
        if actor.user:
            RoleAssignment.objects.create(user=actor.user, role=Role.ADMINISTRATOR, organisation=made)
    data = {"name": made.name, "level": level, "code": made.code, "parent_id": parent.id if parent else None}
    _record(actor, "organisation.create", made, data)
    return made


def _check_level(parent: Organisation | None, level: OrganisationLevel) -> None:
    if parent is None:
        return
    above, below = _ORDER.index(OrganisationLevel(parent.level)), _ORDER.index(level)
    if below < above or (below == above and level != OrganisationLevel.ENTERPRISE):
        raise LEVEL_ORDER(parent_level=parent.level, level=level)


def _checked_code(code: str, *, besides: Organisation | None) -> str:
    code = "".join(code.split()).upper()
    if not code:
        return ""
    wrong = organisation_code.organisation_code_problem(code)
    if wrong:
        raise Problem(CODE_PROBLEMS[wrong.code], {"code": code})
    others = Organisation.objects.filter(code=code)
    if (others.exclude(id=besides.id) if besides else others).exists():
        raise CODE_TAKEN(code=code)
    return code


@transaction.atomic
def update_organisation(
    *,
    actor: Actor,
    organisation: Organisation,
    name: str | None = None,
    name_en: str | None = None,
    code: str | None = None,
) -> Organisation:
    """None leaves a field as it is."""
    require(can_manage_organisation(actor, organisation))
    wanted = {
        "name": name.strip() if name is not None else None,
        "name_en": name_en.strip() if name_en is not None else None,
        "code": _checked_code(code, besides=organisation) if code is not None else None,
    }
    changed = {
        field: value
        for field, value in wanted.items()
        if value is not None and value != getattr(organisation, field)
    }
    before = {field: getattr(organisation, field) for field in changed}
    for field, value in changed.items():
        setattr(organisation, field, value)
    if changed:
        organisation.save(update_fields=list(changed))
        _record(actor, "organisation.update", organisation, {"before": before, "after": changed})
    return organisation


def _record(actor: Actor, action: str, organisation: Organisation, data: Mapping[str, object]) -> None:
    audit.record(actor=actor, action=action, subject="organisation", subject_id=organisation.id, data=data)
