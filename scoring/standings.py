"""The order of entries (docs/algorithms/standings.md)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Final, TypeAlias

from scoring.ties import LastRule, LastRuleLike, TieKey, TopNeverShared
from scoring.values import Absent, Disqualified, Mark, NotMarked, Special


@dataclass(frozen=True, slots=True)
class StandingRow:
    """`entry` identifies; `values` are those of `ties.tie_values`."""

    entry: str
    total: Mark
    values: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Placement:
    """`decided_by` names the last key needed to tell the entry from its neighbours; None when it shares its rank,
    or is alone. `unresolved`: the keys are used up and the last rule forbids sharing, so `rank` is the best of the group's.
    """

    entry: str
    rank: int
    total: Decimal
    decided_by: str | None
    shared: bool
    unresolved: bool


@dataclass(frozen=True, slots=True)
class PlacedApart:
    """No rank: not yet complete, absent or disqualified. Never the same as a total of 0."""

    entry: str
    reason: Special


@dataclass(frozen=True, slots=True)
class Standings:
    placements: tuple[Placement, ...]
    apart: tuple[PlacedApart, ...]

    @property
    def unresolved(self) -> tuple[tuple[str, ...], ...]:
        """Groups of entries that a person has to put in order."""
        open_ones = (placement for placement in self.placements if placement.unresolved)
        return tuple(
            tuple(placement.entry for placement in group)
            for _, group in groupby(open_ones, key=lambda placement: placement.rank)
        )


_Value: TypeAlias = tuple[bool, Decimal]
_Ranked: TypeAlias = tuple[tuple[_Value, ...], str, Decimal]
_APART_ORDER: Final = (NotMarked, Absent, Disqualified)
_MISSING: Final[_Value] = (True, Decimal(0))


def rank(rows: Iterable[StandingRow], keys: Sequence[TieKey], last: LastRuleLike) -> Standings:
    """Entries in order of `keys` (the first is normally the total), equal ones by the `last` rule.

    A row without a value for a key comes after all that have one. Entries that share a rank, and those placed
    apart for one reason, stand in order of their `entry`, so the order of `rows` never shows.
    """
    rows = list(rows)
    ranked = sorted(
        (tuple(_value(row, key) for key in keys), row.entry, row.total)
        for row in rows
        if not isinstance(row.total, Special)
    )
    apart = sorted(
        (_APART_ORDER.index(row.total), row.entry) for row in rows if isinstance(row.total, Special)
    )
    return Standings(
        placements=tuple(_placements(ranked, keys, last)),
        apart=tuple(PlacedApart(entry, _APART_ORDER[reason]) for reason, entry in apart),
    )


def _value(row: StandingRow, key: TieKey) -> _Value:
    value = row.values.get(key.name)
    if value is None:
        return _MISSING
    return (False, value if key.ascending else -value)


def _placements(ranked: Sequence[_Ranked], keys: Sequence[TieKey], last: LastRuleLike) -> Iterable[Placement]:
    rank_of_group = 1
    for position, (values, entry, total) in enumerate(ranked):
        neighbours = [ranked[other][0] for other in (position - 1, position + 1) if 0 <= other < len(ranked)]
        if position and ranked[position - 1][0] != values:
            rank_of_group = position + 1
        shared = values in neighbours
        yield Placement(
            entry=entry,
            rank=rank_of_group,
            total=total,
            decided_by=None if shared or not neighbours else _deciding_key(values, neighbours, keys),
            shared=shared,
            unresolved=shared and _forbids_sharing(last, rank_of_group),
        )


def _forbids_sharing(last: LastRuleLike, rank_of_group: int) -> bool:
    if isinstance(last, TopNeverShared):
        return rank_of_group <= last.count
    return last is LastRule.UNRESOLVED


def _deciding_key(
    values: Sequence[_Value], neighbours: Sequence[Sequence[_Value]], keys: Sequence[TieKey]
) -> str:
    return keys[max(_first_difference(values, other) for other in neighbours)].name


def _first_difference(values: Sequence[_Value], other: Sequence[_Value]) -> int:
    return next(position for position, value in enumerate(values) if value != other[position])
