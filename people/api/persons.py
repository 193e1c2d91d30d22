from typing import Any
from uuid import UUID

from django.shortcuts import get_object_or_404
from ninja import Router

from common.api import Page, paginate
from common.api.request import ApiRequest
from people.actions import person as persons
from people.api.schemas import IdentityOut, PersonOut, RevealIn
from people.permissions import IDENTITY_ROLES, has_role_somewhere, people_visible_to, require
from people.queries.person import people_matching

router = Router(tags=["people"])


@router.get("/people", response=Page[PersonOut], operation_id="list_people")
def list_people(request: ApiRequest, query: str = "", cursor: str | None = None, limit: int = 50) -> Any:
    """By a part of the name or employer, or by one whole identity number."""
    require(has_role_somewhere(request.actor, *IDENTITY_ROLES))
    rows = people_matching(request.actor, query)
    items, following = paginate(rows, order=["name", "id"], cursor=cursor, limit=limit)
    return {"items": items, "next": following}


@router.post("/people/{person_id}/identity", response=IdentityOut, operation_id="reveal_identity")
def reveal_identity(request: ApiRequest, person_id: UUID, body: RevealIn) -> Any:
    """The full identity number; who looked and why is kept in the audit."""
    person = get_object_or_404(people_visible_to(request.actor), id=person_id)
    return {
        "identity_number": persons.reveal_identity(actor=request.actor, person=person, reason=body.reason)
    }
