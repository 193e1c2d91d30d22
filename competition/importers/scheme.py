"""The CIS marking-scheme workbook in and out (docs/scheme-workbook.md)."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.shortcuts import get_object_or_404

from common.spreadsheets import cell_findings, read_grid, recognise
from competition.actions.scheme import import_scheme as write_scheme
from competition.importers.report import ImportReport, report
from competition.importers.scheme_columns import COLUMNS, SHEET_NAME
from competition.importers.scheme_rows import SchemeReader
from competition.models import Event
from competition.permissions import can_organise
from people.actor import Actor
from people.permissions import require


def import_scheme(
    *, actor: Actor, event_id: UUID, data: bytes, file_name: str, dry_run: bool = False
) -> ImportReport:
    """All or nothing. Raises the problems of `common.spreadsheets`, and event_started."""
    event = get_object_or_404(Event.objects.select_related("competition__organisation"), id=event_id)
    require(can_organise(actor, event.competition))
    table = recognise(read_grid(data, file_name=file_name, sheet=SHEET_NAME, text_allowed=False), COLUMNS)
    reader = SchemeReader(table)
    modules = reader.read()
    findings = [*cell_findings(table), *reader.findings]
    summary: dict[str, Any] = {}
    if not findings:
        written = write_scheme(actor=actor, event_id=event_id, modules=modules, dry_run=dry_run)
        summary = {**asdict(written), "marks": str(written.marks)}
    applied = not findings and not dry_run
    return report(table, findings, applied=applied, summary=summary, actor=actor)
