"""Prizes from the standings by the event's ordered rules."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from competition.models import AwardRule, Event
from scoring import awards as core
from scoring.standings import Standings


@dataclass(frozen=True, slots=True)
class AwardText:
    label: str
    label_en: str


def rules_of(event: Event) -> list[core.AwardRule]:
    return [core_rule(rule) for rule in AwardRule.objects.filter(event=event).order_by("position")]


def awards_from(standings: Standings, rules: Sequence[core.AwardRule]) -> Mapping[UUID, AwardText]:
    return {
        UUID(award.entry): AwardText(award.rule.label, award.rule.label_en)
        for award in core.give_awards(standings, rules)
    }


def rule_as_json(rule: core.AwardRule) -> dict[str, Any]:
    """As the API takes and gives it; decimals are text."""
    ranks = rule.by if isinstance(rule.by, core.RankRange) else None
    share = rule.by if isinstance(rule.by, core.TopShare) else None
    return {
        "label": rule.label,
        "label_en": rule.label_en,
        "kind": "rank" if ranks else "share",
        "from_rank": ranks.first if ranks else None,
        "to_rank": ranks.last if ranks else None,
        "share": _text(share.percent) if share else None,
        "floor": _text(rule.floor),
    }


def core_rule(rule: AwardRule) -> core.AwardRule:
    by = (
        core.RankRange(rule.from_rank or 1, rule.to_rank or 1)
        if rule.kind == "rank"
        else core.TopShare(rule.share or Decimal(0))
    )
    return core.AwardRule(label=rule.label, by=by, floor=rule.floor, label_en=rule.label_en)


def _text(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")
