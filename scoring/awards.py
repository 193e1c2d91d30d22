"""Prizes from the standings: an ordered list of rules (docs/algorithms/awards.md)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from scoring.errors import invalid_rule
from scoring.json_fields import Json, choice_of, decimal_of, text_of, texts_of, whole_of
from scoring.rounding import WholeRounding, round_whole
from scoring.standings import Placement, Standings

WHOLE: Final = Decimal(100)


@dataclass(frozen=True, slots=True)
class RankRange:
    """Ranks `first`..`last`, both included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class TopShare:
    """The top `percent` of the ranked entries, counted from rank 1: prizes for 10, 20 and 30 % are 10, 30, 60."""

    percent: Decimal
    rounding: WholeRounding = WholeRounding.HALF_UP


@dataclass(frozen=True, slots=True)
class AwardRule:
    """`floor`: the lowest total that may still get it. `promotion_level`: level code carried as plain data."""

    label: str
    by: RankRange | TopShare
    floor: Decimal | None = None
    honours: tuple[str, ...] = ()
    promotion_level: str | None = None
    label_en: str = ""


@dataclass(frozen=True, slots=True)
class Award:
    """`unresolved`: the entry's rank still waits for a person, so the prize does too."""

    entry: str
    rank: int
    rule: AwardRule
    unresolved: bool


def give_awards(standings: Standings, rules: Sequence[AwardRule]) -> tuple[Award, ...]:
    """At most one award per ranked entry, by the first rule that fits it; in order of rank.

    Entries that share a rank at the border of a prize all get it. Entries placed apart get none and do not count
    in the field that a share is taken of.
    """
    last_ranks = [_ranks(rule.by, len(standings.placements)) for rule in rules]
    awards = []
    for placement in standings.placements:
        for rule, (first, last) in zip(rules, last_ranks, strict=True):
            if first <= placement.rank <= last and _reaches(placement, rule.floor):
                awards.append(Award(placement.entry, placement.rank, rule, placement.unresolved))
                break
    return tuple(awards)


def _ranks(by: RankRange | TopShare, field: int) -> tuple[int, int]:
    if isinstance(by, RankRange):
        return by.first, by.last
    return 1, round_whole(Fraction(by.percent) * field / 100, by.rounding)


def _reaches(placement: Placement, floor: Decimal | None) -> bool:
    return floor is None or placement.total >= floor


def award_rule_from_json(data: Json) -> AwardRule:
    """`{"label","label_en","kind":"rank","from_rank","to_rank"}` or `{…,"kind":"share","share","rounding"}`, with
    optional "floor", "honours" and "promotion_level"; ranks are whole numbers, share and floor decimal texts.

    Raises InvalidRule: codes of `json_fields`, award_kind_unknown, award_ranks_empty, award_share_out_of_range.
    """
    return AwardRule(
        label=text_of(data, "label"),
        by=_by(data),
        floor=None if data.get("floor") is None else decimal_of(data, "floor"),
        honours=texts_of(data, "honours"),
        promotion_level=None if data.get("promotion_level") is None else text_of(data, "promotion_level"),
        label_en=text_of(data, "label_en", ""),
    )


def _by(data: Json) -> RankRange | TopShare:
    kind = text_of(data, "kind")
    if kind == "rank":
        first, last = whole_of(data, "from_rank"), whole_of(data, "to_rank")
        if not 1 <= first <= last:
            raise invalid_rule("award_ranks_empty", from_rank=first, to_rank=last)
        return RankRange(first, last)
    if kind != "share":
        raise invalid_rule("award_kind_unknown", kind=kind)
    share = decimal_of(data, "share")
    if not 0 < share <= WHOLE:
        raise invalid_rule("award_share_out_of_range", share=share)
    return TopShare(share, choice_of(data, "rounding", WholeRounding, "half_up"))
