"""What anybody may read without signing in."""

from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from common.api import Page, paginate
from competition.api.result_schemas import PublicEvent, PublicResults
from competition.api.version_schemas import DifferenceOut
from competition.queries.result import public_events, public_versions
from competition.queries.versions import public_version, version_difference

router = Router(tags=["public"])


@router.get("/public/events", operation_id="list_public_events", response=Page[PublicEvent], auth=None)
def list_public_events(
    request: HttpRequest,  # noqa: ARG001
    cursor: str | None = None,
    limit: int = 50,
) -> Page[PublicEvent]:
    """Events being marked or published, the newest competition first."""
    order = ["-competition__starts_on", "id"]
    rows, following = paginate(public_events(), order=order, cursor=cursor, limit=limit)
    return Page(items=[PublicEvent.from_orm(row) for row in rows], next=following)


@router.get(
    "/public/events/{uuid:event_id}/results",
    operation_id="get_public_results",
    response=PublicResults,
    auth=None,
)
def get_public_results(request: HttpRequest, event_id: UUID) -> PublicResults:  # noqa: ARG001
    """The version that stands; only after publication."""
    return PublicResults.of(*public_version(event_id))


@router.get(
    "/public/events/{uuid:event_id}/versions/{int:version}",
    operation_id="get_public_version",
    response=PublicResults,
    auth=None,
)
def get_public_version(
    request: HttpRequest,  # noqa: ARG001
    event_id: UUID,
    version: int,
) -> PublicResults:
    """The permanent address of one published version."""
    return PublicResults.of(*public_version(event_id, version))


@router.get(
    "/public/events/{uuid:event_id}/versions/{int:version}/difference",
    operation_id="get_public_difference",
    response=DifferenceOut,
    auth=None,
)
def get_public_difference(
    request: HttpRequest,  # noqa: ARG001
    event_id: UUID,
    version: int,
) -> DifferenceOut:
    """What an amended version changed against the one published before it."""
    older, found = version_difference(public_versions(event_id), version, None)
    return DifferenceOut.of(found, version=version, against=older, named=True)
