from decimal import Decimal
from typing import Literal
from uuid import UUID

from ninja import Field, Router, Schema

from common.api.request import ApiRequest
from competition.actions.award import AwardInput
from competition.actions.award import set_award_rules as set_rules
from competition.queries.awards import rule_as_json, rules_of
from competition.queries.result_access import event_with_results

router = Router(tags=["results"])


class AwardRuleIn(Schema):
    """`share` is percent of the ranked entries counted from the top: 10, 30, 60 give a tenth, a fifth, three tenths."""

    label: str = Field(..., max_length=60)
    label_en: str = Field("", max_length=80)
    kind: Literal["rank", "share"]
    from_rank: int | None = None
    to_rank: int | None = None
    share: Decimal | None = Field(None, max_digits=5, decimal_places=2)
    floor: Decimal | None = Field(None, max_digits=5, decimal_places=2)


class AwardRuleOut(Schema):
    label: str
    label_en: str
    kind: Literal["rank", "share"]
    from_rank: int | None
    to_rank: int | None
    share: str | None
    floor: str | None


class AwardRulesOut(Schema):
    items: list[AwardRuleOut]
    next: str | None = None


@router.get("/events/{uuid:event_id}/award-rules", operation_id="list_award_rules", response=AwardRulesOut)
def list_award_rules(request: ApiRequest, event_id: UUID) -> AwardRulesOut:
    event = event_with_results(request.actor, event_id)
    return AwardRulesOut.model_validate({"items": [rule_as_json(rule) for rule in rules_of(event)]})


@router.put("/events/{uuid:event_id}/award-rules", operation_id="set_award_rules", response=AwardRulesOut)
def set_award_rules(
    request: ApiRequest, event_id: UUID, payload: list[AwardRuleIn], seen: str = ""
) -> AwardRulesOut:
    """Replaces the ordered list; an entry gets the first award that fits it. After confirmation `seen` is the
    fingerprint that `preview_change` gave.
    """
    rules = [AwardInput(**rule.model_dump()) for rule in payload]
    set_rules(actor=request.actor, event_id=event_id, rules=rules, seen=seen)
    return list_award_rules(request, event_id)
