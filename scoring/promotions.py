"""Levels given for a place in a contest (docs/algorithms/promotions.md)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from scoring.awards import RankRange, TopShare, rank_ranges, ranks_from_json
from scoring.errors import invalid_rule
from scoring.json_fields import Json, flag_of, optional_decimal_of, text_of
from scoring.standings import Placement, Standings


@dataclass(frozen=True, slots=True)
class PromotionRule:
    """`level` for the ranks of `by`; with `holders_rise`, who holds it already gets the next higher one.

    `floor`: the lowest total; `highest`: the highest level a contest may give, none above it.
    """

    by: RankRange | TopShare
    level: str
    holders_rise: bool = True
    floor: Decimal | None = None
    highest: str | None = None


class PromotionOutcome(Enum):
    """LEVEL: the rule's level; ONE_HIGHER: held it before. The others give nothing: HELD_IS_HIGHER, AT_HIGHEST
    (no level above, or none that a contest may give), HELD (and the rule lets holders not rise).
    """

    LEVEL = "level"
    ONE_HIGHER = "one_higher"
    HELD = "held"
    HELD_IS_HIGHER = "held_is_higher"
    AT_HIGHEST = "at_highest"


@dataclass(frozen=True, slots=True)
class Promotion:
    """`level` is None when nothing is given; `unresolved`: the rank still waits for a person."""

    entry: str
    rank: int
    held: str | None
    level: str | None
    outcome: PromotionOutcome
    unresolved: bool


def give_promotions(
    standings: Standings, rules: Sequence[PromotionRule], ladder: Sequence[str], held: Mapping[str, str]
) -> tuple[Promotion, ...]:
    """By the first rule that fits, in order of rank. `ladder` lists the levels from the lowest up; `held` is by entry.

    Raises InvalidRule level_unknown for a level that is not on the ladder.
    """
    for level in (
        {rule.level for rule in rules} | {rule.highest for rule in rules if rule.highest} | set(held.values())
    ):
        if level not in ladder:
            raise invalid_rule("level_unknown", level=level, known=", ".join(ladder))
    ranges = rank_ranges([rule.by for rule in rules], len(standings.placements))
    found = []
    for placement in standings.placements:
        for rule, (first, last) in zip(rules, ranges, strict=True):
            if first <= placement.rank <= last and (rule.floor is None or placement.total >= rule.floor):
                found.append(_promotion(placement, rule, ladder, held.get(placement.entry)))
                break
    return tuple(found)


def _promotion(
    placement: Placement, rule: PromotionRule, ladder: Sequence[str], held: str | None
) -> Promotion:
    level, outcome = _level(rule, ladder, held)
    return Promotion(placement.entry, placement.rank, held, level, outcome, placement.unresolved)


def _level(
    rule: PromotionRule, ladder: Sequence[str], held: str | None
) -> tuple[str | None, PromotionOutcome]:
    target = ladder.index(rule.level)
    top = ladder.index(rule.highest) if rule.highest else len(ladder) - 1
    has = -1 if held is None else ladder.index(held)
    if has > target:
        return None, PromotionOutcome.HELD_IS_HIGHER
    if has < target:
        return (rule.level, PromotionOutcome.LEVEL) if target <= top else (None, PromotionOutcome.AT_HIGHEST)
    if not rule.holders_rise:
        return None, PromotionOutcome.HELD
    return (
        (ladder[has + 1], PromotionOutcome.ONE_HIGHER) if has < top else (None, PromotionOutcome.AT_HIGHEST)
    )


def promotion_rule_from_json(data: Json) -> PromotionRule:
    """The ranks as in an award, with "level", "holders_rise", "floor" and "highest". Raises InvalidRule."""
    return PromotionRule(
        by=ranks_from_json(data),
        level=text_of(data, "level"),
        holders_rise=flag_of(data, "holders_rise", default=True),
        floor=optional_decimal_of(data, "floor"),
        highest=None if data.get("highest") is None else text_of(data, "highest"),
    )
