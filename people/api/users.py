from typing import Any
from uuid import UUID

from django.shortcuts import get_object_or_404
from ninja import Router
from ninja.responses import Status

from common.api import Page, paginate
from common.api.request import ApiRequest
from people.actions import role as roles
from people.actions import user as users
from people.api.schemas import GrantIn, RoleIn, RoleOut, UserIn, UserOut
from people.models import Organisation, RoleAssignment, User
from people.permissions import can_manage_users, organisations_for, require
from people.queries.user import users_managed_by

router = Router(tags=["users"])


@router.get("/users", response=Page[UserOut], operation_id="list_users")
def list_users(request: ApiRequest, cursor: str | None = None, limit: int = 50) -> Any:
    require(can_manage_users(request.actor))
    rows = users_managed_by(request.actor)
    items, following = paginate(rows, order=["username"], cursor=cursor, limit=limit)
    return {"items": items, "next": following}


@router.post("/users", response={201: UserOut}, operation_id="create_user")
def create_user(request: ApiRequest, body: UserIn) -> Any:
    """With the first roles; whoever may grant them may make the account."""
    require(can_manage_users(request.actor))
    grants = [users.Grant(g.role, _organisation(request, g), g.event_id) for g in body.roles]
    values = body.dict(exclude={"roles"})
    made = users.create_user(actor=request.actor, roles=grants, **values)
    return Status(201, users_managed_by(request.actor).get(id=made.id))


@router.post("/roles", response={201: RoleOut}, operation_id="grant_role")
def grant_role(request: ApiRequest, body: RoleIn) -> Any:
    granted = roles.grant_role(
        actor=request.actor,
        user=get_object_or_404(User, id=body.user_id),
        role=body.role,
        organisation=_organisation(request, body),
        event_id=body.event_id,
    )
    return Status(201, granted)


@router.delete("/roles/{role_id}", response={204: None}, operation_id="revoke_role")
def revoke_role(request: ApiRequest, role_id: UUID) -> Any:
    rows = RoleAssignment.objects.select_related("user", "organisation")
    roles.revoke_role(actor=request.actor, assignment=get_object_or_404(rows, id=role_id))
    return Status(204, None)


def _organisation(request: ApiRequest, body: GrantIn) -> Organisation | None:
    if body.organisation_id is None:
        return None
    found: Organisation = get_object_or_404(organisations_for(request.actor), id=body.organisation_id)
    return found
