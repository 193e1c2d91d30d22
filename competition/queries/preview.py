"""Whose rank, prize or certificate a change would touch: the same difference as between two versions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias
from uuid import UUID

from common import clock
from common.errors import NOT_FOUND
from competition.domain.difference import Difference, difference
from competition.models import Event, ModuleScore, ResultSet, Sheet
from competition.queries.module_marks import Standing, module_cells
from competition.queries.result_content import fingerprint, result_content
from competition.queries.scheme_core import SchemeCore, scheme_core
from competition.queries.score_row import fill_score, marks_by_code
from competition.queries.standings import Supposed, standings_for
from scoring.aspects import check_raw, raw_from_text
from scoring.awards import AwardRule
from scoring.module import score_module


@dataclass(frozen=True, slots=True)
class StateChange:
    entry_id: UUID
    state: str


@dataclass(frozen=True, slots=True)
class AwardChange:
    rules: Sequence[AwardRule]


@dataclass(frozen=True, slots=True)
class MarkChange:
    """New values on one sheet, as a judge would type them, by aspect."""

    sheet_id: UUID
    values: Mapping[UUID, str]


Change: TypeAlias = StateChange | AwardChange | MarkChange


@dataclass(frozen=True, slots=True)
class Preview:
    """`against` is the version compared with, None before the first: then the present standings are.

    `fingerprint` is what an action takes as `seen`.
    """

    against: int | None
    difference: Difference
    fingerprint: str
    complete: bool


def preview(event: Event, change: Change | None = None) -> Preview:
    """Without a change: what has changed since the newest version. Raises not_found, InvalidMark."""
    rules = change.rules if isinstance(change, AwardChange) else None
    standings = standings_for(event, _supposed(event, change))
    after = result_content(event, standings, rules=rules)
    newest = ResultSet.objects.filter(event=event).order_by("-version").first()
    before = newest.content if newest else result_content(event, standings_for(event))
    against = newest.version if newest else None
    return Preview(against, difference(before, after), fingerprint(after), standings.complete)


def _supposed(event: Event, change: Change | None) -> Supposed:
    if isinstance(change, StateChange):
        return Supposed(states={change.entry_id: change.state})
    if isinstance(change, MarkChange):
        return Supposed(scores=[_score(event, change)])
    return Supposed()


def _score(event: Event, change: MarkChange) -> ModuleScore:
    """The module's row as it would be with the new values; not saved."""
    core = scheme_core(event)
    sheet = Sheet.objects.filter(id=change.sheet_id, entry__event=event).first()
    if sheet is None:
        raise NOT_FOUND()
    cells = module_cells(sheet.entry_id, sheet.module_id)
    for aspect_id, value in change.values.items():
        cells.cells[str(sheet.judge_id), aspect_id] = _standing(core, sheet, aspect_id, value)
    row = ModuleScore(entry_id=sheet.entry_id, module_id=sheet.module_id)
    fill_score(row, score_module(core.modules[sheet.module_id], marks_by_code(core, cells), cells.judges))
    return row


def _standing(core: SchemeCore, sheet: Sheet, aspect_id: UUID, value: str) -> Standing:
    ref = core.aspects.get(aspect_id)
    if ref is None or ref.module_id != sheet.module_id:
        raise NOT_FOUND()
    raw = raw_from_text(value.strip())
    check_raw(ref.aspect.rule, ref.aspect.max_mark, raw)
    return Standing(raw, None, clock.now())
