from typing import Any
from uuid import UUID

from django.shortcuts import get_object_or_404
from ninja import Router
from ninja.responses import Status

from common.api import Page, paginate
from common.api.request import ApiRequest
from people.actions import organisation as organisations
from people.api.schemas import OrganisationChange, OrganisationIn, OrganisationOut
from people.queries.organisation import organisations_visible_to

router = Router(tags=["organisations"])


@router.get("/organisations", response=Page[OrganisationOut], operation_id="list_organisations")
def list_organisations(request: ApiRequest, cursor: str | None = None, limit: int = 200) -> Any:
    """In tree order: each organisation is followed by all below it."""
    rows = organisations_visible_to(request.actor)
    items, following = paginate(rows, order=["path"], cursor=cursor, limit=limit)
    return {"items": items, "next": following}


@router.post("/organisations", response={201: OrganisationOut}, operation_id="create_organisation")
def create_organisation(request: ApiRequest, body: OrganisationIn) -> Any:
    visible = organisations_visible_to(request.actor)
    values = body.dict(exclude={"parent_id"})
    parent = get_object_or_404(visible, id=body.parent_id) if body.parent_id else None
    made = organisations.create_organisation(actor=request.actor, parent=parent, **values)
    return Status(201, visible.get(id=made.id))


@router.patch(
    "/organisations/{organisation_id}", response=OrganisationOut, operation_id="update_organisation"
)
def update_organisation(request: ApiRequest, organisation_id: UUID, body: OrganisationChange) -> Any:
    organisation = get_object_or_404(organisations_visible_to(request.actor), id=organisation_id)
    return organisations.update_organisation(actor=request.actor, organisation=organisation, **body.dict())
