from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Literal, Self
from uuid import UUID

from ninja import Schema

from competition.models import Event, EventState, ResultSet
from competition.queries.awards import AwardText
from competition.queries.names import EntrantName
from competition.queries.progress import findings_in
from competition.queries.result import is_public, unresolved_ties
from competition.queries.standings import EntryStanding, EventStandings


class StandingOut(Schema):
    """`rank` and `total` are provisional until `complete`. Name and delegation only for those who may know them."""

    entry_id: UUID
    code: str
    rank: int | None
    total: str | None
    complete: bool
    marked: int
    expected: int
    modules: dict[str, str | None]
    state: str
    shared: bool
    unresolved: bool
    decided_by: str | None
    number: str | None = None
    name: str | None = None
    name_en: str | None = None
    delegation: str | None = None
    delegation_en: str | None = None
    award: str | None = None
    award_en: str | None = None

    @classmethod
    def of(cls, row: EntryStanding, name: EntrantName | None, award: AwardText | None) -> Self:
        return cls(
            entry_id=row.entry_id,
            code=row.work_code,
            rank=row.rank,
            total=_text(row.total),
            complete=row.complete,
            marked=row.marked,
            expected=row.expected,
            modules={code: _text(points) for code, points in row.modules.items()},
            state=row.state,
            shared=row.shared,
            unresolved=row.unresolved,
            decided_by=row.decided_by,
            number=name.number if name else None,
            name=name.name if name else None,
            name_en=name.name_en if name else None,
            delegation=name.delegation if name else None,
            delegation_en=name.delegation_en if name else None,
            award=award.label if award else None,
            award_en=award.label_en if award else None,
        )


class TieOut(Schema):
    rank: int | None
    entry_codes: list[str]


class FindingOut(Schema):
    """For the judges to settle: `code` such as judgement_spread, `where` the aspect."""

    entry_id: UUID
    entry_code: str
    module: str
    code: str
    data: dict[str, str]
    where: dict[str, str]


class StandingsOut(Schema):
    event_id: UUID
    state: str
    complete: bool
    unresolved_ties: list[TieOut]
    findings: list[FindingOut]
    rows: list[StandingOut]

    @classmethod
    def of(cls, event: Event, standings: EventStandings, rows: list[StandingOut]) -> Self:
        return cls(
            event_id=event.id,
            state=event.state,
            complete=standings.complete,
            unresolved_ties=[TieOut(**tie) for tie in unresolved_ties(standings)],
            findings=[FindingOut(**finding) for finding in findings_in(event)],
            rows=rows,
        )


class ProgressJudge(Schema):
    id: UUID
    name: str
    role: str


class ProgressPanel(Schema):
    id: UUID
    name: str
    name_en: str


class ProgressDevice(Schema):
    label: str
    last_seen_at: datetime | None


class ProgressRow(Schema):
    panel: ProgressPanel
    judge: ProgressJudge
    sheets: int
    complete: int
    signed: int
    marked: int
    expected: int
    last_mark_at: datetime | None
    device: ProgressDevice | None


class MissingSheet(Schema):
    sheet_id: UUID
    entry_code: str
    module: str
    judge_id: UUID
    judge: str
    aspects: list[str]


class Missing(Schema):
    """`items` holds the first 200 sheets; `sheets` and `cells` count all."""

    sheets: int
    cells: int
    items: list[MissingSheet]


class ProgressOut(Schema):
    event_id: UUID
    state: str
    judges: list[ProgressRow]
    findings: list[FindingOut]
    missing: Missing


class ResultSetOut(Schema):
    id: UUID
    event_id: UUID
    version: int
    state: str
    content_hash: str
    confirmed_by_name: str
    confirmed_at: datetime
    published_at: datetime | None
    provisional_until: datetime | None
    official_at: datetime | None
    certificate_batch_id: UUID | None


class PublicCompetition(Schema):
    name: str
    name_en: str
    starts_on: date
    ends_on: date
    venue: str
    venue_en: str


class PublicEvent(Schema):
    id: UUID
    name: str
    name_en: str
    occupation: str
    occupation_en: str
    state: str
    competition: PublicCompetition

    @staticmethod
    def resolve_state(row: Event) -> str:
        """Published results stay so while a correction is under way."""
        return EventState.PUBLISHED if is_public(row) else row.state


class PublicModule(Schema):
    code: str
    name: str
    name_en: str
    weight: str


class PublicResultRow(Schema):
    code: str
    rank: int | None
    total: str | None
    modules: dict[str, str | None]
    state: str
    name: str
    name_en: str
    delegation: str
    delegation_en: str
    award: str | None
    award_en: str | None


class PublicVersion(Schema):
    """`state`: provisional until `provisional_until` and its confirmation as official."""

    version: int
    state: Literal["provisional", "official"]
    published_at: datetime
    provisional_until: datetime | None
    official_at: datetime | None
    content_hash: str


class PublicResults(PublicVersion):
    """As confirmed and frozen; `content_hash` is what the confirmed minutes carry. The newest of `versions` stands;
    `under_correction`: something about it is being looked at again.
    """

    event: PublicEvent
    modules: list[PublicModule]
    versions: list[PublicVersion]
    under_correction: bool
    rows: list[PublicResultRow]

    @classmethod
    def of(cls, result: ResultSet, versions: Sequence[ResultSet]) -> Self:
        event = result.event
        modules = [
            PublicModule(code=row.code, name=row.name, name_en=row.name_en, weight=str(row.weight))
            for row in event.modules.order_by("position", "code")
        ]
        return cls(
            **PublicVersion.from_orm(result).dict(),
            event=PublicEvent.from_orm(event).model_copy(update={"state": EventState.PUBLISHED.value}),
            modules=modules,
            versions=[PublicVersion.from_orm(version) for version in versions],
            under_correction=event.state != EventState.PUBLISHED,
            rows=[PublicResultRow(code=row["work_code"], **_public(row)) for row in result.content["rows"]],
        )


def _public(row: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key in PublicResultRow.model_fields}


def _text(value: object) -> str | None:
    return None if value is None else format(value, "f")
