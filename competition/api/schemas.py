"""What several operations answer."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from ninja import Schema
from pydantic import Field

from competition.models import BoardShows, CompetitionLevel, EventState

Name = Annotated[str, Field(min_length=1, max_length=120)]
NameEn = Annotated[str, Field(max_length=160)]
Weight = Annotated[Decimal, Field(max_digits=5, decimal_places=2)]


class OrganisationRef(Schema):
    id: UUID
    name: str
    name_en: str


class CompetitionOut(Schema):
    id: UUID
    organisation: OrganisationRef
    name: str
    name_en: str
    level: CompetitionLevel
    starts_on: date
    ends_on: date
    venue: str
    venue_en: str
    event_count: int = 0
    entry_count: int = 0


class CompetitionRef(Schema):
    id: UUID
    name: str
    name_en: str


class EventOut(Schema):
    id: UUID
    competition: CompetitionRef
    code: str
    name: str
    name_en: str
    occupation: str
    occupation_en: str
    theory_weight: Decimal
    stations: int
    state: EventState
    board_shows: BoardShows
    tie_keys: list[str]
    started_at: datetime | None
    entry_count: int = 0
    aspect_count: int = 0
    member_count: int = 0


class ProblemOut(Schema):
    code: str
    detail: str
    data: dict[str, Any]


class ReportColumnOut(Schema):
    header: str
    field: str
    column: str


class ReportRowOut(Schema):
    row: int
    column: str
    field: str
    value: str
    code: str
    detail: str


class ImportReportOut(Schema):
    accepted: int
    rejected: int
    applied: bool
    columns: list[ReportColumnOut]
    unrecognised: list[str]
    rows: list[ReportRowOut]
    corrected_file: str | None
    summary: dict[str, Any]
