from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Router, Schema
from pydantic import Field

from common.api.request import ApiRequest
from competition.actions.draw import draw_event as draw
from competition.models import Draw
from competition.queries.draw import current_draw, drawn_entries

router = Router(tags=["draw"])


class DrawIn(Schema):
    seed: Annotated[str, Field(max_length=40)] = ""


class DrawnEntryOut(Schema):
    entry_id: UUID | None
    number: str
    start_order: int
    station: str
    work_code: str


class DrawOut(Schema):
    seed: str
    algorithm: str
    drawn_at: datetime
    stations: int
    entries: list[DrawnEntryOut]


def _answer(drawn: Draw) -> dict[str, Any]:
    return {
        "seed": drawn.seed,
        "algorithm": drawn.algorithm,
        "drawn_at": drawn.drawn_at,
        "stations": drawn.stations,
        "entries": drawn_entries(drawn),
    }


@router.post("/events/{event_id}/draw", operation_id="draw_event", response=DrawOut)
def draw_event(request: ApiRequest, event_id: UUID, body: DrawIn) -> dict[str, Any]:
    return _answer(draw(actor=request.actor, event_id=event_id, seed=body.seed))


@router.get("/events/{event_id}/draw", operation_id="get_draw", response=DrawOut)
def get_draw(request: ApiRequest, event_id: UUID) -> dict[str, Any]:
    return _answer(current_draw(request.actor, event_id))
