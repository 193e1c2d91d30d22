from typing import Annotated, Literal, TypeAlias
from uuid import UUID

from ninja import Router, Schema
from pydantic import Field

from common.api.request import ApiRequest
from competition.actions.mark_problems import as_problem
from competition.api.awards import AwardRuleIn
from competition.api.version_schemas import DifferenceOut
from competition.models import AwardRule, EntryState
from competition.permissions import can_view_names
from competition.queries.awards import core_rule
from competition.queries.preview import AwardChange, Change, MarkChange, StateChange, preview
from competition.queries.result_access import event_with_results
from people.api.auth import anyone_signed_in
from scoring.errors import InvalidMark

router = Router(tags=["results"], auth=anyone_signed_in)


class StateChangeIn(Schema):
    kind: Literal["entry_state"]
    entry_id: UUID
    state: EntryState

    def change(self) -> Change:
        return StateChange(self.entry_id, self.state)


class AwardChangeIn(Schema):
    kind: Literal["award_rules"]
    rules: list[AwardRuleIn] = Field(..., max_length=30)

    def change(self) -> Change:
        return AwardChange([core_rule(AwardRule(**rule.model_dump())) for rule in self.rules])


class MarkChangeIn(Schema):
    """`values` as a judge would type them, by aspect."""

    kind: Literal["marks"]
    sheet_id: UUID
    values: dict[UUID, Annotated[str, Field(min_length=1, max_length=40)]]

    def change(self) -> Change:
        return MarkChange(self.sheet_id, self.values)


ChangeIn: TypeAlias = Annotated[StateChangeIn | AwardChangeIn | MarkChangeIn, Field(discriminator="kind")]


class PreviewIn(Schema):
    change: ChangeIn | None = None


class PreviewOut(Schema):
    """`fingerprint` goes as `seen` with the request that makes the change; `complete`: no mark is missing."""

    difference: DifferenceOut
    fingerprint: str
    complete: bool


@router.post("/events/{uuid:event_id}/preview", operation_id="preview_change", response=PreviewOut)
def preview_change(request: ApiRequest, event_id: UUID, payload: PreviewIn) -> PreviewOut:
    """Whose rank, prize or certificate a change would touch; without one, what has changed since the last version."""
    event = event_with_results(request.actor, event_id)
    try:
        found = preview(event, payload.change.change() if payload.change else None)
    except InvalidMark as error:
        raise as_problem(error) from None
    named = can_view_names(request.actor, event)
    difference = DifferenceOut.of(found.difference, version=None, against=found.against, named=named)
    return PreviewOut(difference=difference, fingerprint=found.fingerprint, complete=found.complete)
