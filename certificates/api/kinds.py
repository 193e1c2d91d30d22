from typing import Any
from uuid import UUID

from django.shortcuts import get_object_or_404
from ninja import Router
from ninja.responses import Status

from certificates.actions.kind import create_kind, update_kind
from certificates.api.schemas import KindChange, KindIn, KindOut
from certificates.permissions import can_read_certificates, kinds_visible_to
from common.api import Page, paginate
from common.api.request import ApiRequest
from people.models import Organisation
from people.permissions import require

router = Router(tags=["certificates"])


@router.get("/certificates/kinds", response=Page[KindOut], operation_id="list_certificate_kinds")
def list_certificate_kinds(request: ApiRequest, cursor: str | None = None, limit: int = 50) -> Any:
    require(can_read_certificates(request.actor))
    items, following = paginate(
        kinds_visible_to(request.actor), order=["code", "id"], cursor=cursor, limit=limit
    )
    return {"items": items, "next": following}


@router.post("/certificates/kinds", response={201: KindOut}, operation_id="create_certificate_kind")
def create_certificate_kind(request: ApiRequest, body: KindIn) -> Any:
    organisation = get_object_or_404(Organisation, id=body.organisation_id)
    values = body.dict(exclude={"organisation_id"})
    return Status(201, create_kind(actor=request.actor, organisation=organisation, **values))


@router.patch("/certificates/kinds/{kind_id}", response=KindOut, operation_id="update_certificate_kind")
def update_certificate_kind(request: ApiRequest, kind_id: UUID, body: KindChange) -> Any:
    """Certificates already issued keep what they were issued with."""
    changes = {name: value for name, value in body.dict(exclude_unset=True).items() if value is not None}
    return update_kind(actor=request.actor, kind_id=kind_id, changes=changes)
