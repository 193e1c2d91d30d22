"""Prizes from the standings: an ordered list of rules (docs/algorithms/awards.md)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
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


class Counted(Enum):
    """CUMULATIVE (the default, and what stored rules mean): from rank 1, so 10, 20 and 30 % are 10, 30, 60.
    SEPARATE: behind the last rank of the rule before, so they are 10, 20, 30; each is rounded by itself.
    """

    CUMULATIVE = "cumulative"
    SEPARATE = "separate"


@dataclass(frozen=True, slots=True)
class TopShare:
    """A share of the ranked entries; `counted` says how 10, 20 and 30 % are written."""

    percent: Decimal
    rounding: WholeRounding = WholeRounding.HALF_UP
    counted: Counted = Counted.CUMULATIVE


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
    last_ranks = rank_ranges([rule.by for rule in rules], len(standings.placements))
    awards = []
    for placement in standings.placements:
        for rule, (first, last) in zip(rules, last_ranks, strict=True):
            if first <= placement.rank <= last and _reaches(placement, rule.floor):
                awards.append(Award(placement.entry, placement.rank, rule, placement.unresolved))
                break
    return tuple(awards)


def rank_ranges(rules: Sequence[RankRange | TopShare], field: int) -> list[tuple[int, int]]:
    """First and last rank of each rule, in a field of so many ranked entries. A share always begins at rank 1: what
    an earlier rule did not take, for want of a floor, may still fit a later one.
    """
    ranges: list[tuple[int, int]] = []
    for by in rules:
        if isinstance(by, RankRange):
            ranges.append((by.first, by.last))
            continue
        number = round_whole(Fraction(by.percent) * field / 100, by.rounding)
        before = ranges[-1][1] if ranges and by.counted is Counted.SEPARATE else 0
        ranges.append((1, before + number))
    return ranges


def _reaches(placement: Placement, floor: Decimal | None) -> bool:
    return floor is None or placement.total >= floor


def award_rule_from_json(data: Json) -> AwardRule:
    """`{"label","label_en","kind":"rank","from_rank","to_rank"}` or `{…,"kind":"share","share","rounding","counted"}`, with
    optional "floor", "honours" and "promotion_level"; ranks are whole numbers, share and floor decimal texts.

    Raises InvalidRule: codes of `json_fields`, award_kind_unknown, award_ranks_empty, award_share_out_of_range.
    """
    return AwardRule(
        label=text_of(data, "label"),
        by=ranks_from_json(data),
        floor=None if data.get("floor") is None else decimal_of(data, "floor"),
        honours=texts_of(data, "honours"),
        promotion_level=None if data.get("promotion_level") is None else text_of(data, "promotion_level"),
        label_en=text_of(data, "label_en", ""),
    )


def ranks_from_json(data: Json) -> RankRange | TopShare:
    """The part of an award or promotion rule that says which ranks. Raises as `award_rule_from_json`."""
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
    return TopShare(
        share,
        choice_of(data, "rounding", WholeRounding, "half_up"),
        choice_of(data, "counted", Counted, Counted.CUMULATIVE.value),
    )
