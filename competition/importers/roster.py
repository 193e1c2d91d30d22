"""The roster workbook (or CSV file) → entries (docs/roster-workbook.md)."""

from typing import Any
from uuid import UUID

from django.shortcuts import get_object_or_404

from common.spreadsheets import Finding, cell_findings, read_grid, recognise
from competition.actions.roster import RosterOutcome
from competition.actions.roster import import_roster as write_roster
from competition.importers.report import ImportReport, report
from competition.importers.roster_columns import COLUMNS
from competition.importers.roster_rows import RosterReader
from competition.models import Event
from competition.permissions import can_organise
from people.actor import Actor
from people.permissions import require

# Columns of numbers that are text: whatever Excel rounded is lost.
EXACT = ("identity_number", "phone", "number")


def import_roster(
    *, actor: Actor, event_id: UUID, data: bytes, file_name: str, dry_run: bool = False
) -> ImportReport:
    """All or nothing. Raises the problems of `common.spreadsheets`, and event_started."""
    event = get_object_or_404(Event.objects.select_related("competition__organisation"), id=event_id)
    require(can_organise(actor, event.competition))
    table = recognise(read_grid(data, file_name=file_name), COLUMNS)
    reader = RosterReader(table)
    lines = reader.read()
    findings = _without_echo([*cell_findings(table, EXACT), *reader.findings])
    refused = bool(findings)
    outcome = write_roster(actor=actor, event_id=event_id, lines=lines, dry_run=dry_run or refused)
    for conflict in outcome.conflicts:
        value = next(row.values.get(conflict.field, "") for row in table.rows if row.number == conflict.row)
        reader.findings.clear()
        reader.report(conflict.row, conflict.field, conflict.problem, value)
        findings += reader.findings
    applied = not findings and not dry_run
    return report(
        table, findings, applied=applied, summary=_summary(outcome, table.grid.encoding), actor=actor
    )


def _without_echo(findings: list[Finding]) -> list[Finding]:
    """A cell with a formula or lost digits needs no second reason."""
    told: dict[tuple[int, int], Finding] = {}
    for finding in findings:
        told.setdefault((finding.row, finding.column), finding)
    return list(told.values())


def _summary(outcome: RosterOutcome, encoding: str) -> dict[str, Any]:
    names = ("added", "updated", "unchanged", "delegations", "theory_scores")
    counts = {name: getattr(outcome, name) for name in names}
    return {**counts, "encoding": encoding} if encoding else counts
