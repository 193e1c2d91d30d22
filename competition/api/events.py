from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from ninja import Router, Schema, Status
from pydantic import Field

from common.api import Page, paginate
from common.api.request import ApiRequest
from competition.actions.event import create_event as create
from competition.actions.event import update_event as update
from competition.actions.start import start_marking as start
from competition.api.schemas import EventOut, Name, NameEn, ProblemOut, Weight
from competition.models import BoardShows, Event
from competition.queries.event import event_detail, event_list, viewable_event
from competition.queries.readiness import Code, Readiness, readiness
from people.api.auth import anyone_signed_in

router = Router(tags=["events"])
Occupation = Annotated[str, Field(min_length=1, max_length=80)]
OccupationEn = Annotated[str, Field(max_length=120)]
Stations = Annotated[int, Field(ge=1, le=500)]
TieKeys = Annotated[list[Annotated[str, Field(max_length=40)]], Field(max_length=20)]


class EventIn(Schema):
    code: Annotated[str, Field(min_length=1, max_length=12, pattern=r"^[A-Za-z0-9-]+$")]
    name: Name
    name_en: NameEn = ""
    occupation: Occupation
    occupation_en: OccupationEn = ""
    theory_weight: Weight = Decimal(0)
    stations: Stations = 8
    board_shows: BoardShows = BoardShows.TOTALS


class EventPatch(Schema):
    name: Name | None = None
    name_en: NameEn | None = None
    occupation: Occupation | None = None
    occupation_en: OccupationEn | None = None
    theory_weight: Weight | None = None
    stations: Stations | None = None
    board_shows: BoardShows | None = None
    tie_keys: TieKeys | None = None


class StepOut(Schema):
    code: Code
    done: bool
    counts: dict[str, int]
    problems: list[ProblemOut]


class ReadinessOut(Schema):
    ready: bool
    steps: list[StepOut]


@router.get("/events", operation_id="list_events", response=Page[EventOut], auth=anyone_signed_in)
def list_events(
    request: ApiRequest, competition_id: UUID | None = None, cursor: str | None = None, limit: int = 50
) -> dict[str, Any]:
    rows = event_list(request.actor, competition_id)
    items, following = paginate(rows, order=["-created_at", "-id"], cursor=cursor, limit=limit)
    return {"items": items, "next": following}


@router.post("/competitions/{competition_id}/events", operation_id="create_event", response={201: EventOut})
def create_event(request: ApiRequest, competition_id: UUID, body: EventIn) -> Status[Event]:
    made = create(actor=request.actor, competition_id=competition_id, **body.dict())
    return Status(201, event_detail(request.actor, made.id))


@router.get("/events/{event_id}", operation_id="get_event", response=EventOut, auth=anyone_signed_in)
def get_event(request: ApiRequest, event_id: UUID) -> Event:
    return event_detail(request.actor, event_id)


@router.patch("/events/{event_id}", operation_id="update_event", response=EventOut)
def update_event(request: ApiRequest, event_id: UUID, body: EventPatch) -> Event:
    update(actor=request.actor, event_id=event_id, **body.dict(exclude_none=True))
    return event_detail(request.actor, event_id)


@router.get(
    "/events/{event_id}/readiness", operation_id="get_readiness", response=ReadinessOut, auth=anyone_signed_in
)
def get_readiness(request: ApiRequest, event_id: UUID) -> Readiness:
    return readiness(viewable_event(request.actor, event_id))


@router.post("/events/{event_id}/start", operation_id="start_marking", response=EventOut)
def start_marking(request: ApiRequest, event_id: UUID) -> Event:
    start(actor=request.actor, event_id=event_id)
    return event_detail(request.actor, event_id)
