from typing import Any
from uuid import UUID

from ninja import Field, Router, Schema

from common.api.request import ApiRequest
from common.idempotency import idempotent
from competition.actions import result as actions
from competition.api.result_schemas import ProgressOut, ResultSetOut, StandingOut, StandingsOut
from competition.permissions import can_view_names
from competition.queries.awards import awards_from, rules_of
from competition.queries.explanation import explain_entry as explanation_of
from competition.queries.names import names_in
from competition.queries.progress import findings_in, judges_progress, missing_in, progress_row
from competition.queries.result_access import entry_with_results, event_with_results
from competition.queries.standings import standings_for
from people.api.auth import anyone_signed_in

router = Router(tags=["results"], auth=anyone_signed_in)


class ConfirmationIn(Schema):
    """The chief judge's decision where the tie rules leave a rank open."""

    accept_shared_ranks: bool = False
    seen: str = Field("", max_length=64, description="From the second version on: the preview's fingerprint")


@router.get("/events/{uuid:event_id}/standings", operation_id="get_standings", response=StandingsOut)
def get_standings(request: ApiRequest, event_id: UUID) -> StandingsOut:
    event = event_with_results(request.actor, event_id)
    standings = standings_for(event)
    named = can_view_names(request.actor, event)
    names = names_in(event) if named else {}
    awards = awards_from(standings.ranked, rules_of(event)) if named and standings.complete else {}
    rows = [StandingOut.of(row, names.get(row.entry_id), awards.get(row.entry_id)) for row in standings.rows]
    return StandingsOut.of(event, standings, rows)


@router.get("/entries/{uuid:entry_id}/explanation", operation_id="explain_entry", response=dict[str, Any])
def explain_entry(request: ApiRequest, entry_id: UUID) -> dict[str, Any]:
    """The trace of the total: module, criterion, sub-criterion, aspect, each judge's mark with time and tablet."""
    entry = entry_with_results(request.actor, entry_id)
    return explanation_of(entry, with_judges=True)


@router.get("/events/{uuid:event_id}/progress", operation_id="get_progress", response=ProgressOut)
def get_progress(request: ApiRequest, event_id: UUID) -> ProgressOut:
    event = event_with_results(request.actor, event_id)
    return ProgressOut.model_validate(
        {
            "event_id": event.id,
            "state": event.state,
            "judges": [progress_row(judge) for judge in judges_progress(event)],
            "findings": findings_in(event),
            "missing": missing_in(event),
        }
    )


@router.post("/events/{uuid:event_id}/confirmation", operation_id="confirm_results", response=ResultSetOut)
@idempotent
def confirm_results(
    request: ApiRequest, event_id: UUID, payload: ConfirmationIn | None = None
) -> ResultSetOut:
    """By the chief judge, when every sheet is signed. Freezes and hashes the results."""
    result = actions.confirm_results(
        actor=request.actor,
        event_id=event_id,
        accept_shared_ranks=bool(payload and payload.accept_shared_ranks),
        seen=payload.seen if payload else "",
    )
    return ResultSetOut.from_orm(result)


@router.post("/events/{uuid:event_id}/publication", operation_id="publish_results", response=ResultSetOut)
@idempotent
def publish_results(request: ApiRequest, event_id: UUID) -> ResultSetOut:
    """By an organiser who is not the person that confirmed."""
    return ResultSetOut.from_orm(actions.publish_results(actor=request.actor, event_id=event_id))
