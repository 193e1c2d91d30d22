from uuid import UUID

from django.http import HttpResponse
from ninja import Router

from common.api.request import ApiRequest
from common.idempotency import idempotent
from competition.actions.bundle import export_bundle as make_bundle
from competition.actions.official import make_results_official as make_official
from competition.actions.result_settings import update_result_settings as update_settings
from competition.api.result_schemas import ResultSetOut
from competition.api.version_schemas import (
    DifferenceOut,
    ResultSettingsIn,
    ResultSettingsOut,
    VersionOut,
    VersionsOut,
)
from competition.models import ResultSet
from competition.permissions import can_view_names
from competition.queries.event import viewable_event
from competition.queries.result_access import event_with_results
from competition.queries.result_settings import result_settings
from competition.queries.versions import version_difference, versions_of
from people.api.auth import anyone_signed_in, staff

router = Router(tags=["results"], auth=anyone_signed_in)


@router.get("/events/{uuid:event_id}/versions", operation_id="list_versions", response=VersionsOut)
def list_versions(request: ApiRequest, event_id: UUID) -> VersionsOut:
    """Every version the chief judge confirmed, the newest first."""
    event = event_with_results(request.actor, event_id)
    return VersionsOut(items=[VersionOut.from_orm(row) for row in versions_of(event)])


@router.get(
    "/events/{uuid:event_id}/versions/{int:version}/difference",
    operation_id="get_version_difference",
    response=DifferenceOut,
)
def get_version_difference(
    request: ApiRequest, event_id: UUID, version: int, against: int | None = None
) -> DifferenceOut:
    """Whose rank, total, award or state changed; without `against`, since the version before."""
    event = event_with_results(request.actor, event_id)
    older, found = version_difference(ResultSet.objects.filter(event=event), version, against)
    named = can_view_names(request.actor, event)
    return DifferenceOut.of(found, version=version, against=older, named=named)


@router.post("/events/{uuid:event_id}/official", operation_id="make_results_official", response=ResultSetOut)
@idempotent
def make_results_official(request: ApiRequest, event_id: UUID) -> ResultSetOut:
    """By an organiser, once the period of publicity is over."""
    return ResultSetOut.from_orm(make_official(actor=request.actor, event_id=event_id))


@router.get(
    "/events/{uuid:event_id}/result-settings", operation_id="get_result_settings", response=ResultSettingsOut
)
def get_result_settings(request: ApiRequest, event_id: UUID) -> ResultSettingsOut:
    return ResultSettingsOut.from_orm(result_settings(viewable_event(request.actor, event_id)))


@router.patch(
    "/events/{uuid:event_id}/result-settings",
    operation_id="update_result_settings",
    response=ResultSettingsOut,
)
def update_result_settings(
    request: ApiRequest, event_id: UUID, payload: ResultSettingsIn
) -> ResultSettingsOut:
    changes = payload.dict(exclude_none=True)
    return ResultSettingsOut.from_orm(update_settings(actor=request.actor, event_id=event_id, **changes))


@router.get("/events/{uuid:event_id}/bundle", operation_id="export_bundle", response={200: bytes}, auth=staff)
def export_bundle(request: ApiRequest, event_id: UUID) -> HttpResponse:
    """Every version with hashes and signature, as a zip that can be checked without this software."""
    content = make_bundle(actor=request.actor, event_id=event_id)
    headers = {"Content-Disposition": f'attachment; filename="results-{event_id}.zip"'}
    return HttpResponse(content, content_type="application/zip", headers=headers)
