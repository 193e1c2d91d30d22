"""The frozen content of a result set: plain JSON, every decimal as text."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from competition.models import Event
from competition.queries.awards import AwardText, awards_from, rule_as_json, rules_of
from competition.queries.names import EntrantName, names_in
from competition.queries.standings import EntryStanding, EventStandings
from scoring.awards import AwardRule


def result_content(
    event: Event,
    standings: EventStandings,
    *,
    shared_accepted: bool = False,
    rules: Sequence[AwardRule] | None = None,
) -> dict[str, Any]:
    """`rules` other than the event's own are a supposition."""
    rules = rules_of(event) if rules is None else rules
    awards, names = awards_from(standings.ranked, rules), names_in(event)
    return {
        "rows": [_row(row, names[row.entry_id], awards) for row in standings.rows],
        "award_rules": [rule_as_json(rule) for rule in rules],
        "tie_keys": list(event.tie_keys),
        "shared_ranks_accepted": shared_accepted,
        "scheme_hash": standings.core.hash,
    }


def canonical(content: Mapping[str, Any]) -> bytes:
    """Sorted keys, no spaces, UTF-8: the same content is always the same bytes."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode()


def content_hash(content: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical JSON."""
    return hashlib.sha256(canonical(content)).hexdigest()


def fingerprint(content: Mapping[str, Any]) -> str:
    """Of what a preview shows: ranks, totals, states and prizes, whatever else is decided on confirming."""
    return content_hash({"rows": content["rows"], "award_rules": content["award_rules"]})


def _row(row: EntryStanding, name: EntrantName, awards: Mapping[UUID, AwardText]) -> dict[str, Any]:
    award = awards.get(row.entry_id)
    return {
        "entry_id": str(row.entry_id),
        "number": name.number,
        "work_code": row.work_code,
        "name": name.name,
        "name_en": name.name_en,
        "delegation": name.delegation,
        "delegation_en": name.delegation_en,
        "rank": row.rank,
        "total": _text(row.total),
        "modules": {code: _text(points) for code, points in row.modules.items()},
        "state": row.state,
        "marked": row.marked,
        "expected": row.expected,
        "award": award.label if award else None,
        "award_en": award.label_en if award else None,
    }


def _text(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")
