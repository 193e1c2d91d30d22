from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from ninja import Schema


class PacketCompetition(Schema):
    name: str
    name_en: str


class PacketEvent(Schema):
    id: UUID
    code: str
    name: str
    name_en: str
    occupation: str
    occupation_en: str
    state: str
    competition: PacketCompetition


class PacketJudge(Schema):
    id: UUID
    name: str
    role: Literal["chief", "judge"]


class PacketAspect(Schema):
    """`rule` is the JSON of `scoring.aspects`; the tablet checks and previews with the same rules."""

    id: UUID
    code: str
    description: str
    extra: str
    requirement: str
    max_mark: str
    kind: str
    rule: dict[str, Any]


class PacketSubCriterion(Schema):
    code: str
    name: str
    day: str
    aspects: list[PacketAspect]


class PacketCriterion(Schema):
    code: str
    name: str
    sub_criteria: list[PacketSubCriterion]


class PacketModule(Schema):
    id: UUID
    code: str
    name: str
    name_en: str
    criteria: list[PacketCriterion]


class PacketMark(Schema):
    id: UUID
    value: str | None
    special: str | None
    device_time: datetime


class PacketSheet(Schema):
    id: UUID
    module_id: UUID
    entry_code: str
    entry_state: str
    station: str
    start_order: int | None
    state: Literal["open", "signed"]
    revision: int
    signed_at: datetime | None
    marks: dict[UUID, PacketMark]


class JudgePacket(Schema):
    event: PacketEvent
    judge: PacketJudge
    modules: list[PacketModule]
    sheets: list[PacketSheet]
