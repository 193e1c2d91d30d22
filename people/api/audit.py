from typing import Any

from ninja import Router

from common.api import Page, paginate
from common.api.request import ApiRequest
from people.api.schemas import AuditOut
from people.permissions import can_see_audit, require
from people.queries.audit import audit_visible_to

router = Router(tags=["audit"])


@router.get("/audit", response=Page[AuditOut], operation_id="list_audit")
def list_audit(request: ApiRequest, object_id: str = "", cursor: str | None = None, limit: int = 50) -> Any:
    """Newest first."""
    require(can_see_audit(request.actor))
    rows = audit_visible_to(request.actor, object_id)
    items, following = paginate(rows, order=["-id"], cursor=cursor, limit=limit)
    return {"items": items, "next": following}
