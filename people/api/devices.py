from typing import Any
from uuid import UUID

from django.shortcuts import get_object_or_404
from ninja import Router

from common.api import Page, paginate
from common.api.request import ApiRequest
from people.actions import device as devices
from people.api.auth import anyone_signed_in
from people.api.schemas import DeviceOut, RevocationIn
from people.models import Role
from people.permissions import devices_visible_to, has_role_somewhere, require
from people.queries.device import devices_listed_for

router = Router(tags=["devices"], auth=anyone_signed_in)


@router.get("/devices", response=Page[DeviceOut], operation_id="list_devices")
def list_devices(
    request: ApiRequest, event_id: UUID | None = None, cursor: str | None = None, limit: int = 50
) -> Any:
    require(has_role_somewhere(request.actor, Role.ORGANISER, Role.ADMINISTRATOR, Role.CHIEF_JUDGE))
    rows = devices_listed_for(request.actor, event_id)
    items, following = paginate(rows, order=["-paired_at", "-id"], cursor=cursor, limit=limit)
    return {"items": items, "next": following}


@router.post("/devices/{device_id}/revocation", response=DeviceOut, operation_id="revoke_device")
def revoke_device(request: ApiRequest, device_id: UUID, body: RevocationIn) -> Any:
    """The tablet stops working at its next request."""
    rows = devices_visible_to(request.actor).select_related("user")
    device = get_object_or_404(rows, id=device_id)
    return devices.revoke_device(actor=request.actor, device=device, reason=body.reason)
