"""Tables to take away: for the sign of the format see the end of the address."""

from typing import Literal
from uuid import UUID

from django.http import HttpResponse
from ninja import Router

from common.api.request import ApiRequest
from common.spreadsheets import CSV, XLSX, csv_text, workbook
from competition.queries.export import Rows, result_rows, roster_rows

router = Router(tags=["exports"])
Format = Literal["xlsx", "csv"]


def _file(rows: Rows, name: str, kind: Format) -> HttpResponse:
    content = workbook(rows, sheet=name) if kind == "xlsx" else csv_text(rows)
    headers = {"Content-Disposition": f'attachment; filename="{name}.{kind}"'}
    return HttpResponse(content, content_type=XLSX if kind == "xlsx" else CSV, headers=headers)


@router.get("/events/{uuid:event_id}/exports/results.{kind}", operation_id="export_results")
def export_results(request: ApiRequest, event_id: UUID, kind: Format) -> HttpResponse:
    """The confirmed results by name."""
    return _file(result_rows(request.actor, event_id), "results", kind)


@router.get("/events/{uuid:event_id}/exports/roster.{kind}", operation_id="export_roster")
def export_roster(request: ApiRequest, event_id: UUID, kind: Format) -> HttpResponse:
    return _file(roster_rows(request.actor, event_id), "roster", kind)
