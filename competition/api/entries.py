from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from ninja import Query, Router, Schema
from pydantic import Field

from common.api import Page, paginate
from common.api.request import ApiRequest
from competition.actions.entry import update_entry_state
from competition.models import Entry, EntryState
from competition.queries.entry import entry_list
from people.api.auth import anyone_signed_in

router = Router(tags=["entries"])


class EntryStateOut(Schema):
    """Nothing that tells who it is: the chief judge may ask for it too."""

    id: UUID
    work_code: str
    state: EntryState
    state_reason: str


class DelegationOut(Schema):
    id: UUID
    name: str
    name_en: str


class EntryOut(EntryStateOut):
    number: str
    name: Annotated[str, Field(validation_alias="person.name")]
    name_en: Annotated[str, Field(validation_alias="person.name_en")]
    employer: Annotated[str, Field(validation_alias="person.employer")]
    identity: Annotated[str, Field(validation_alias="person.identity_masked")]
    person_id: UUID
    delegation: DelegationOut
    start_order: int | None
    station: str
    theory_score: Decimal | None
    theory_special: str | None

    @staticmethod
    def resolve_theory_score(row: Any) -> Decimal | None:
        """SQLite gives computed columns without their decimals."""
        return None if row.theory_score is None else row.theory_score.quantize(Decimal("0.01"))


class EntryPatch(Schema):
    state: EntryState
    reason: Annotated[str, Field(max_length=200)] = ""
    seen: Annotated[str, Field(max_length=64)] = ""


class EntryFilter(Schema):
    query: Annotated[str, Field(max_length=60)] = ""
    state: EntryState | None = None
    cursor: str | None = None
    limit: int = 50


@router.get("/events/{event_id}/entries", operation_id="list_entries", response=Page[EntryOut])
def list_entries(request: ApiRequest, event_id: UUID, wanted: Query[EntryFilter]) -> dict[str, Any]:
    rows = entry_list(request.actor, event_id, query=wanted.query, state=wanted.state)
    items, following = paginate(rows, order=["number", "id"], cursor=wanted.cursor, limit=wanted.limit)
    return {"items": items, "next": following}


@router.patch(
    "/entries/{entry_id}", operation_id="update_entry", response=EntryStateOut, auth=anyone_signed_in
)
def update_entry(request: ApiRequest, entry_id: UUID, body: EntryPatch) -> Entry:
    """After confirmation `seen` is the fingerprint that `preview_change` gave."""
    return update_entry_state(actor=request.actor, entry_id=entry_id, **body.dict())
