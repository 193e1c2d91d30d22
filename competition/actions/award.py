"""The event's award list, set as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final
from uuid import UUID

from django.db import transaction
from django.shortcuts import get_object_or_404

from common import audit
from common.errors import problem
from competition.actions.correction import back_to_marking, require_seen
from competition.domain.plain_text import printable
from competition.events import touch_boards
from competition.models import AwardRule, Event, EventState
from competition.permissions import can_organise
from competition.queries.awards import core_rule
from competition.queries.preview import AwardChange
from people.actor import Actor
from people.permissions import require

WHOLE: Final = Decimal(100)
MOST_RULES: Final = 30
MOST_RANK: Final = 9999

AWARD_LABEL_MISSING = problem(
    "award_label_missing", 422, "第 {rule} 个奖项没有名称。", "Award {rule} has no name."
)
AWARD_LABEL_REPEATS = problem(
    "award_label_repeats", 422, "奖项名称“{label}”重复。", "The award “{label}” is named twice."
)
AWARD_KIND_MIXED = problem(
    "award_kind_mixed",
    422,
    "“{label}”请只按名次或只按比例设奖。",
    "“{label}” needs either ranks or a share, not both and not neither.",
)
AWARD_RANKS_EMPTY = problem(
    "award_ranks_out_of_order",
    422,
    "“{label}”的名次应从小到大，至少为 1。",
    "The ranks of “{label}” must rise and start at 1 or later.",
)
AWARD_GAP = problem(
    "award_gap",
    422,
    "第 {from_rank} 至 {to_rank} 名没有奖项，请补上或把后面的名次提前。",
    "Ranks {from_rank} to {to_rank} get nothing though later ranks do. Please close the gap.",
)
AWARD_OVERLAP = problem(
    "award_overlap",
    422,
    "“{label}”与前一奖项的名次重叠。",
    "The ranks of “{label}” overlap those of the award before.",
)
AWARD_SHARE_OUT_OF_RANGE = problem(
    "award_share_not_rising",
    422,
    "“{label}”的比例为累计比例，应大于前一奖项且不超过 100%。",
    "The share of “{label}” is counted from the top: it must be above the one before and at most 100.",
)
TOO_MANY_AWARDS = problem(
    "too_many_awards", 422, "奖项最多 {most} 个。", "There can be {most} awards at most."
)
AWARD_FLOOR_OUT_OF_RANGE = problem(
    "award_floor_out_of_range",
    422,
    "“{label}”的最低分应在 0 到 100 之间。",
    "The lowest total for “{label}” must be from 0 to 100.",
)


@dataclass(frozen=True, slots=True)
class AwardInput:
    """`share` is percent of the ranked entries counted from rank 1, so 10, 30, 60 are a tenth, then a fifth …"""

    label: str
    kind: str
    label_en: str = ""
    from_rank: int | None = None
    to_rank: int | None = None
    share: Decimal | None = None
    floor: Decimal | None = None


@transaction.atomic
def set_award_rules(
    *, actor: Actor, event_id: UUID, rules: Sequence[AwardInput], seen: str = ""
) -> list[AwardRule]:
    """Replaces the list; an empty one means no prizes. Confirmed results need `seen`, and confirming anew.

    Raises not_found, not_allowed, preview_required, award_…
    """
    rows = Event.objects.select_related("competition__organisation").select_for_update(of=("self",))
    event = get_object_or_404(rows, id=event_id)
    require(can_organise(actor, event.competition))
    _check(rules)
    made = [_row(event, position, rule) for position, rule in enumerate(rules, 1)]
    if event.state in (EventState.CONFIRMED, EventState.PUBLISHED):
        require_seen(event, seen, AwardChange([core_rule(row) for row in made]))
        back_to_marking(event)
    AwardRule.objects.filter(event=event).delete()
    AwardRule.objects.bulk_create(made)
    told = [_told(rule) for rule in rules]
    audit.record(actor=actor, action="awards.set", subject="event", subject_id=event.id, data={"rules": told})
    touch_boards(event.id)
    return made


def _row(event: Event, position: int, rule: AwardInput) -> AwardRule:
    return AwardRule(
        event=event,
        position=position,
        label=printable(rule.label.strip()),
        label_en=printable(rule.label_en.strip()),
        kind=rule.kind,
        from_rank=rule.from_rank,
        to_rank=rule.to_rank,
        share=rule.share,
        floor=rule.floor,
    )


def _told(rule: AwardInput) -> dict[str, str | int | None]:
    share = None if rule.share is None else str(rule.share)
    return {
        "label": printable(rule.label),
        "from_rank": rule.from_rank,
        "to_rank": rule.to_rank,
        "share": share,
    }


def _check(rules: Sequence[AwardInput]) -> None:
    if len(rules) > MOST_RULES:
        raise TOO_MANY_AWARDS(most=MOST_RULES)
    for number, rule in enumerate(rules, 1):
        _check_one(number, rule)
    labels = [rule.label.strip() for rule in rules]
    for label in labels:
        if labels.count(label) > 1:
            raise AWARD_LABEL_REPEATS(label=label)
    _check_ranks([rule for rule in rules if rule.kind == "rank"])
    shares = [rule for rule in rules if rule.kind == "share"]
    for before, rule in pairwise(shares):
        if (rule.share or 0) <= (before.share or 0):
            raise AWARD_SHARE_OUT_OF_RANGE(label=rule.label)


def _check_one(number: int, rule: AwardInput) -> None:
    if not rule.label.strip():
        raise AWARD_LABEL_MISSING(rule=number)
    by_rank = rule.from_rank is not None and rule.to_rank is not None and rule.share is None
    by_share = rule.share is not None and rule.from_rank is None and rule.to_rank is None
    if not (by_rank if rule.kind == "rank" else by_share and rule.kind == "share"):
        raise AWARD_KIND_MIXED(label=rule.label)
    if by_rank and not 1 <= (rule.from_rank or 0) <= (rule.to_rank or 0) <= MOST_RANK:
        raise AWARD_RANKS_EMPTY(label=rule.label)
    if rule.share is not None and not (rule.share.is_finite() and 0 < rule.share <= WHOLE):
        raise AWARD_SHARE_OUT_OF_RANGE(label=rule.label)
    if rule.floor is not None and not (rule.floor.is_finite() and 0 <= rule.floor <= WHOLE):
        raise AWARD_FLOOR_OUT_OF_RANGE(label=rule.label)


def _check_ranks(rules: Sequence[AwardInput]) -> None:
    """In the order given they must start at 1 and follow on without gap or overlap."""
    expected = 1
    for rule in rules:
        first, last = rule.from_rank or 0, rule.to_rank or 0
        if first < expected:
            raise AWARD_OVERLAP(label=rule.label)
        if first > expected:
            raise AWARD_GAP(from_rank=expected, to_rank=first - 1)
        expected = last + 1
