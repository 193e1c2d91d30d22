"""What anybody may read without signing in."""

from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from common.api import Page, paginate
from common.errors import NOT_FOUND
from competition.api.result_schemas import PublicEvent, PublicResults
from competition.queries.result import public_events, published_result

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
    """Only after publication."""
    result = published_result(event_id)
    if result is None:
        raise NOT_FOUND()
    return PublicResults.of(result.event, result)
