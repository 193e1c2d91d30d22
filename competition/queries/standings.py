"""The order of entries now, from the module scores alone.

Here an entry is its work code. Who is behind it is `competition.queries.names`, which the public board asks
only after publication.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias
from uuid import UUID

from competition.domain.ladder import ladder
from competition.models import Entry, EntryState, Event, ModuleScore
from competition.queries.scheme_core import SchemeCore, scheme_core
from scoring.entry import EntryResult, EntryTotal, combine_modules, weighted
from scoring.results import CriterionResult, ModuleResult
from scoring.results import ModuleScore as CoreScore
from scoring.rounding import round_half_up
from scoring.scheme import Module, ModuleSource
from scoring.standings import Placement, StandingRow, Standings, rank
from scoring.ties import tie_values
from scoring.values import Absent, Disqualified, Mark, NotMarked, Special

# A withdrawn entry stands apart as an absent one does; its row still says withdrawn.
_APART: Mapping[str, Special] = {
    EntryState.ABSENT: Absent,
    EntryState.WITHDRAWN: Absent,
    EntryState.DISQUALIFIED: Disqualified,
}
_Scores: TypeAlias = Mapping[str, ModuleScore]


@dataclass(frozen=True, slots=True)
class EntryStanding:
    """`total` and `rank` are provisional until `complete`; `modules` are in points of the total; `marked` of
    `expected` marks are on the sheets (imported scores are not marks).
    """

    entry_id: UUID
    work_code: str
    state: str
    rank: int | None
    total: Decimal | None
    complete: bool
    marked: int
    expected: int
    modules: Mapping[str, Decimal | None]
    shared: bool
    unresolved: bool
    decided_by: str | None

    @property
    def competing(self) -> bool:
        return self.state == EntryState.COMPETING


@dataclass(frozen=True, slots=True)
class EventStandings:
    """`rows` in order of rank, those without one last; `ranked` is what awards are given from."""

    rows: Sequence[EntryStanding]
    ranked: Standings
    core: SchemeCore

    @property
    def complete(self) -> bool:
        return all(row.complete for row in self.rows if row.competing)


@dataclass(frozen=True, slots=True)
class Supposed:
    """What is not so but might be: states by entry, and score rows that take the place of the stored ones."""

    states: Mapping[UUID, str] = field(default_factory=dict)
    scores: Sequence[ModuleScore] = ()


def standings_for(event: Event, supposed: Supposed | None = None) -> EventStandings:
    """Two statements, and two more when this process has not met the event's scheme."""
    supposed = supposed or Supposed()
    core = scheme_core(event)
    rows_of = Entry.objects.filter(event=event).order_by("work_code", "id")
    entries = [
        (entry_id, work_code, supposed.states.get(entry_id, state))
        for entry_id, work_code, state in rows_of.values_list("id", "work_code", "state")
    ]
    scores = _scores_by_entry(event, core)
    for score in supposed.scores:
        scores.setdefault(score.entry_id, {})[core.modules[score.module_id].code] = score
    seen = {entry_id: _Seen.of(core, state, scores.get(entry_id, {})) for entry_id, _, state in entries}
    ranked = _ranked(event, core, seen)
    placed = {placement.entry: placement for placement in ranked.placements}
    rows = [
        _row(entry_id, work_code, state, seen[entry_id], placed.get(str(entry_id)))
        for entry_id, work_code, state in entries
    ]
    rows.sort(key=lambda row: (row.rank is None, row.rank or 0))
    return EventStandings(rows, ranked, core)


def _scores_by_entry(event: Event, core: SchemeCore) -> dict[UUID, dict[str, ModuleScore]]:
    found: dict[UUID, dict[str, ModuleScore]] = {}
    for row in ModuleScore.objects.filter(entry__event=event):
        found.setdefault(row.entry_id, {})[core.modules[row.module_id].code] = row
    return found


@dataclass(frozen=True, slots=True)
class _Seen:
    """One entry's scores as `scoring` reads them, and the total that decides its place for the time being."""

    scores: _Scores
    core_scores: Mapping[str, CoreScore]
    total: EntryTotal
    shown: Mark
    shares: Mapping[str, Decimal | None]
    marked: int
    expected: int

    @classmethod
    def of(cls, core: SchemeCore, state: str, scores: _Scores) -> "_Seen":
        core_scores = {
            module.code: _core_score(module, scores[module.code])
            for module in core.scheme.modules
            if module.code in scores
        }
        total = combine_modules(core.scheme, core_scores)
        shares = {module.code: _share(module, core_scores.get(module.code)) for module in core.scheme.modules}
        on_sheets = [
            scores[module.code]
            for module in core.scheme.modules
            if module.code in scores and module.source is ModuleSource.SHEETS
        ]
        return cls(
            scores=scores,
            core_scores=core_scores,
            total=total,
            shown=_shown(state, total),
            shares=shares,
            marked=sum(row.marked for row in on_sheets),
            expected=sum(row.expected for row in on_sheets),
        )


def _core_score(module: Module, row: ModuleScore) -> CoreScore:
    points: Mark = NotMarked
    if row.special:
        points = Special(row.special)
    elif row.complete and row.score is not None:
        points = row.score
    return CoreScore(points, _maximum(module, row), row.score, row.complete)


def _maximum(module: Module, row: ModuleScore) -> Decimal:
    return module.imported_max if row.maximum is None else row.maximum


def _shown(state: str, total: EntryTotal) -> Mark:
    if state in _APART:
        return _APART[state]
    if total.total is NotMarked and total.provisional is not None:
        return total.provisional
    return total.total


def _share(module: Module, score: CoreScore | None) -> Decimal | None:
    if score is None or score.provisional is None or score.maximum <= 0:
        return None
    return round_half_up(weighted(module, score.provisional, score.maximum))


def _ranked(event: Event, core: SchemeCore, seen: Mapping[UUID, _Seen]) -> Standings:
    keys, last = ladder(event.tie_keys)
    rows = [StandingRow(str(entry_id), one.shown, _values(core, one)) for entry_id, one in seen.items()]
    return rank(rows, keys, last)


def _values(core: SchemeCore, one: _Seen) -> Mapping[str, Decimal]:
    """What the tie keys compare; an open module counts with what it has so far."""
    modules = tuple(
        _module_result(module, one.core_scores.get(module.code), one.scores.get(module.code))
        for module in core.scheme.modules
    )
    result = EntryResult(one.shown, one.total.provisional, one.total.complete, None, modules, ())
    return tie_values(core.scheme, result)


def _module_result(module: Module, score: CoreScore | None, row: ModuleScore | None) -> ModuleResult:
    if score is None or row is None:
        empty = CoreScore(NotMarked, Decimal(1), None, complete=False)
        return ModuleResult(module.code, empty, (), 0, 0, ())
    points = (
        score.provisional if score.points is NotMarked and score.provisional is not None else score.points
    )
    shown = CoreScore(points, score.maximum, score.provisional, score.complete)
    criteria = tuple(CriterionResult(code, Decimal(text), None, ()) for code, text in row.criteria.items())
    return ModuleResult(module.code, shown, criteria, row.marked, row.expected, ())


def _row(
    entry_id: UUID, work_code: str, state: str, one: _Seen, placement: Placement | None
) -> EntryStanding:
    if state == EntryState.COMPETING and isinstance(one.shown, Special) and one.shown is not NotMarked:
        state = one.shown.value
    return EntryStanding(
        entry_id=entry_id,
        work_code=work_code,
        state=state,
        rank=placement.rank if placement else None,
        total=None if isinstance(one.shown, Special) else one.shown,
        complete=one.total.complete,
        marked=one.marked,
        expected=one.expected,
        modules=one.shares,
        shared=bool(placement and placement.shared),
        unresolved=bool(placement and placement.unresolved),
        decided_by=placement.decided_by if placement else None,
    )
