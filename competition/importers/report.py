"""What an import tells the person who uploaded the file."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from common.files import keep_file
from common.spreadsheets import XLSX, Finding, Table, corrected_workbook, letters
from common.text import Text
from people.actor import Actor

CORRECTED_NAME = Text("需要修改.xlsx", "to-mend.xlsx")


@dataclass(frozen=True, slots=True)
class ReportColumn:
    header: str
    field: str
    column: str


@dataclass(frozen=True, slots=True)
class ReportRow:
    row: int
    column: str
    field: str
    value: str
    code: str
    detail: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """`rejected` counts rows; nothing is written unless it is 0. `corrected_id` is the kept file's id."""

    accepted: int
    rejected: int
    applied: bool
    columns: tuple[ReportColumn, ...]
    unrecognised: tuple[str, ...]
    rows: tuple[ReportRow, ...]
    corrected_id: UUID | None = None
    summary: dict[str, Any] = field(default_factory=dict)

    @property
    def corrected_file(self) -> str | None:
        return f"/api/v1/imports/{self.corrected_id}/corrected.xlsx" if self.corrected_id else None


def report(
    table: Table, findings: Sequence[Finding], *, applied: bool, summary: dict[str, Any], actor: Actor
) -> ImportReport:
    """With findings, the corrected workbook is kept for a day, for this actor alone."""
    rejected = {finding.row for finding in findings}
    ordered = sorted(findings, key=lambda finding: (finding.row, finding.column))
    return ImportReport(
        accepted=sum(row.number not in rejected for row in table.rows),
        rejected=len(rejected),
        applied=applied,
        columns=tuple(
            ReportColumn(table.headings[name], name, letters(column))
            for name, column in sorted(table.columns.items(), key=lambda item: item[1])
        ),
        unrecognised=table.unrecognised,
        rows=tuple(_row(finding) for finding in ordered),
        corrected_id=_keep(table, ordered, actor),
        summary=summary,
    )


def _row(finding: Finding) -> ReportRow:
    return ReportRow(
        row=finding.row,
        column=letters(finding.column),
        field=finding.field,
        value=finding.value,
        code=finding.problem.code,
        detail=finding.problem.detail,
    )


def _keep(table: Table, findings: Sequence[Finding], actor: Actor) -> UUID | None:
    if not findings or actor.user_id is None:
        return None
    return keep_file(
        owner_id=actor.user_id,
        name=str(CORRECTED_NAME),
        content_type=XLSX,
        content=corrected_workbook(table, findings),
    )
