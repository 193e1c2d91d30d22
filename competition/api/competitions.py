from datetime import date
from typing import Annotated, Any
from uuid import UUID

from ninja import Router, Schema, Status
from pydantic import Field

from common.api import Page, paginate
from common.api.request import ApiRequest
from competition.actions.competition import create_competition as create
from competition.actions.competition import update_competition as update
from competition.api.schemas import CompetitionOut, Name, NameEn
from competition.models import Competition, CompetitionLevel
from competition.queries.competition import competition_detail, competition_list

router = Router(tags=["competitions"])


class CompetitionIn(Schema):
    organisation_id: UUID
    name: Name
    name_en: NameEn = ""
    level: CompetitionLevel
    starts_on: date
    ends_on: date
    venue: Annotated[str, Field(max_length=120)] = ""
    venue_en: NameEn = ""


class CompetitionPatch(Schema):
    name: Name | None = None
    name_en: NameEn | None = None
    level: CompetitionLevel | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    venue: Annotated[str, Field(max_length=120)] | None = None
    venue_en: NameEn | None = None


@router.get("/competitions", operation_id="list_competitions", response=Page[CompetitionOut])
def list_competitions(request: ApiRequest, cursor: str | None = None, limit: int = 50) -> dict[str, Any]:
    rows, following = paginate(
        competition_list(request.actor), order=["-starts_on", "-id"], cursor=cursor, limit=limit
    )
    return {"items": rows, "next": following}


@router.post("/competitions", operation_id="create_competition", response={201: CompetitionOut})
def create_competition(request: ApiRequest, body: CompetitionIn) -> Status[Competition]:
    return Status(201, create(actor=request.actor, **body.dict()))


@router.get("/competitions/{competition_id}", operation_id="get_competition", response=CompetitionOut)
def get_competition(request: ApiRequest, competition_id: UUID) -> Competition:
    return competition_detail(request.actor, competition_id)


@router.patch("/competitions/{competition_id}", operation_id="update_competition", response=CompetitionOut)
def update_competition(request: ApiRequest, competition_id: UUID, body: CompetitionPatch) -> Competition:
    changes = body.dict(exclude_none=True)
    update(actor=request.actor, competition_id=competition_id, **changes)
    return competition_detail(request.actor, competition_id)
