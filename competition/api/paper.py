"""Papers to print. Every one is a PDF that opens in the browser."""

from uuid import UUID

from django.http import HttpResponse
from ninja import Router

from common.api.request import ApiRequest
from competition.queries import paper
from people.api.auth import anyone_signed_in

router = Router(tags=["paper"])


def _pdf(content: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'inline; filename="{name}.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


@router.get("/events/{uuid:event_id}/paper/start-list.pdf", operation_id="print_start_list")
def print_start_list(request: ApiRequest, event_id: UUID, by: paper.StartListBy = "order") -> HttpResponse:
    return _pdf(paper.start_list(request.actor, event_id, by), f"start-list-by-{by}")


@router.get("/events/{uuid:event_id}/paper/station-labels.pdf", operation_id="print_station_labels")
def print_station_labels(request: ApiRequest, event_id: UUID) -> HttpResponse:
    return _pdf(paper.station_labels(request.actor, event_id), "station-labels")


@router.get("/events/{uuid:event_id}/paper/badges.pdf", operation_id="print_badges")
def print_badges(request: ApiRequest, event_id: UUID) -> HttpResponse:
    return _pdf(paper.badges(request.actor, event_id), "badges")


@router.get("/events/{uuid:event_id}/paper/results.pdf", operation_id="print_result_list")
def print_result_list(request: ApiRequest, event_id: UUID) -> HttpResponse:
    return _pdf(paper.result_list(request.actor, event_id), "results")


@router.get(
    "/events/{uuid:event_id}/paper/final-sheet.pdf", operation_id="print_final_sheet", auth=anyone_signed_in
)
def print_final_sheet(request: ApiRequest, event_id: UUID) -> HttpResponse:
    return _pdf(paper.final_sheet(request.actor, event_id), "final-sheet")


@router.get(
    "/panels/{uuid:panel_id}/score-sheets.pdf", operation_id="print_score_sheets", auth=anyone_signed_in
)
def print_score_sheets(request: ApiRequest, panel_id: UUID) -> HttpResponse:
    return _pdf(paper.score_sheets(request.actor, panel_id), "score-sheets")
