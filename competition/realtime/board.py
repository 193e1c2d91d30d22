"""What the boards show. The public one is built from queries that never select who an entrant is; only
published results bring names, and those come from the frozen result set.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from common.errors import NOT_FOUND
from common.realtime import State
from competition.models import BoardShows, Event, EventState, Module, ResultSet, Sheet
from competition.queries.awards import awards_from, rules_of
from competition.queries.names import EntrantName, names_in
from competition.queries.result import is_public, published_result, with_publication
from competition.queries.standings import EntryStanding, EventStandings, standings_for

Row = dict[str, Any]


def build_public_board(event_id: str) -> State:
    """Work codes only, until publication. Raises not_found."""
    event = event_for(event_id)
    result = published_result(event.id) if is_public(event) else None
    if result is not None:  # stands until another version is published, also while sheets are open again
        return _published(event, result)
    standings = standings_for(event)
    open_totals = event.board_shows == BoardShows.TOTALS
    rows = {} if event.state == EventState.SETUP else _coded(standings, shows_totals=open_totals)
    return State(meta=_meta(event, _counts(standings)), rows=rows)


def build_internal_board(event_id: str) -> State:
    """With names and, when every total is complete, the prizes these totals give. Raises not_found."""
    event = event_for(event_id)
    standings = standings_for(event)
    names = names_in(event)
    awards = awards_from(standings.ranked, rules_of(event)) if standings.complete else {}
    rows = {}
    for row in standings.rows:
        award = awards.get(row.entry_id)
        rows[row.work_code or str(row.entry_id)] = {
            **_row(row, shows_totals=True),
            **_who(names[row.entry_id]),
            "award": award.label if award else None,
            "award_en": award.label_en if award else None,
        }
    return State(meta=_meta(event, _counts(standings)), rows=rows)


def event_for(event_id: str) -> Event:
    try:
        rows = with_publication(Event.objects.select_related("competition__organisation"))
        found = rows.filter(id=UUID(event_id)).first()
    except ValueError:
        found = None
    if found is None:
        raise NOT_FOUND()
    return found


def _coded(standings: EventStandings, *, shows_totals: bool) -> dict[str, Row]:
    return {row.work_code: _row(row, shows_totals=shows_totals) for row in standings.rows if row.work_code}


def _row(row: EntryStanding, *, shows_totals: bool) -> Row:
    modules = {code: _text(points) if shows_totals else None for code, points in row.modules.items()}
    return {
        "code": row.work_code,
        "rank": row.rank if shows_totals else None,
        "total": _text(row.total) if shows_totals else None,
        "complete": row.complete,
        "marked": row.marked,
        "expected": row.expected,
        "modules": modules,
        "state": row.state,
    }


def _who(name: EntrantName) -> Row:
    return {
        "number": name.number,
        "name": name.name,
        "name_en": name.name_en,
        "delegation": name.delegation,
        "delegation_en": name.delegation_en,
    }


def _published(event: Event, result: ResultSet) -> State:
    rows = {row["work_code"]: published_row(row) for row in result.content["rows"]}
    competing = [row for row in rows.values() if row["state"] == "competing"]
    marks = sum(row["marked"] for row in rows.values())
    meta = _meta(event, (len(rows), len(competing), marks))
    return State(meta={**meta, "state": EventState.PUBLISHED}, rows=rows)


def published_row(row: Mapping[str, Any]) -> Row:
    """A frozen row as the board shows it; the entry number stays in the console."""
    kept = ("rank", "total", "marked", "expected", "modules", "state", "name", "name_en")
    more = ("delegation", "delegation_en", "award", "award_en")
    return {"code": row["work_code"], "complete": True, **{key: row[key] for key in (*kept, *more)}}


def _counts(standings: EventStandings) -> tuple[int, int, int]:
    complete = sum(row.complete for row in standings.rows if row.competing)
    return len(standings.rows), complete, sum(row.marked for row in standings.rows)


def _meta(event: Event, counts: tuple[int, int, int]) -> Row:
    entries, complete, marks = counts
    competition = event.competition
    return {
        "event": {
            "id": str(event.id),
            "name": event.name,
            "name_en": event.name_en,
            "occupation": event.occupation,
            "occupation_en": event.occupation_en,
        },
        "competition": {"name": competition.name, "name_en": competition.name_en},
        "state": event.state,
        "shows": event.board_shows,
        "modules": _modules(event),
        "entries": entries,
        "complete": complete,
        "marks": marks,
        "judges": Sheet.objects.filter(entry__event=event).values("judge_id").distinct().count(),
    }


def _modules(event: Event) -> list[Row]:
    rows = Module.objects.filter(event=event).order_by("position", "code")
    return [
        {"code": code, "name": name, "name_en": name_en, "weight": _text(weight)}
        for code, name, name_en, weight in rows.values_list("code", "name", "name_en", "weight")
    ]


def _text(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")
