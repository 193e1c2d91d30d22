"""Least results that a prize asks for in single parts: each module at least 60, or theory and practice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from scoring.json_fields import Json, choice_of, decimal_of, text_of
from scoring.results import ModuleScore
from scoring.scheme import Module, ModuleKind, Scheme
from scoring.standings import StandingRow, Standings, rank
from scoring.ties import LastRuleLike, TieKey
from scoring.values import Special


@dataclass(frozen=True, slots=True)
class Floor:
    """At least `percent` of the maximum of one module, of all modules of a kind together, or (neither) of each module."""

    percent: Decimal
    module: str = ""
    kind: ModuleKind | None = None


@dataclass(frozen=True, slots=True)
class MissedFloor:
    """`part` is a module's code, theory or practice; `reached` in percent, not rounded."""

    part: str
    reached: Fraction
    needed: Decimal


@dataclass(frozen=True, slots=True)
class BelowFloor:
    entry: str
    total: Decimal
    missed: tuple[MissedFloor, ...]


@dataclass(frozen=True, slots=True)
class FloorStandings:
    """`standings` holds only who reached every floor (and who stands apart): prizes are given from it."""

    standings: Standings
    below: tuple[BelowFloor, ...]


def floor_from_json(data: Json) -> Floor:
    """`{"percent":"60"}`, with "module" or "kind" where it is not for each module. Raises InvalidRule."""
    kind = None if data.get("kind") is None else choice_of(data, "kind", ModuleKind)
    return Floor(decimal_of(data, "percent"), text_of(data, "module", ""), kind)


def missed_floors(
    scheme: Scheme, scores: Mapping[str, ModuleScore], floors: Iterable[Floor]
) -> tuple[MissedFloor, ...]:
    """What the entry missed. A part without a number misses nothing: the total tells what it is."""
    return tuple(
        MissedFloor(part, reached, floor.percent)
        for floor in floors
        for part, modules in _parts(scheme, floor)
        if (reached := _percent(modules, scores)) is not None and reached < Fraction(floor.percent)
    )


def rank_with_floors(
    rows: Iterable[StandingRow],
    missed: Mapping[str, Sequence[MissedFloor]],
    keys: Sequence[TieKey],
    last: LastRuleLike,
) -> FloorStandings:
    """As `standings.rank`, but who `missed` a floor (by entry) has no rank and is listed by total, best first."""
    rows = list(rows)
    below = [
        BelowFloor(row.entry, row.total, tuple(missed[row.entry]))
        for row in rows
        if missed.get(row.entry) and not isinstance(row.total, Special)
    ]
    out = {entry.entry for entry in below}
    return FloorStandings(
        standings=rank([row for row in rows if row.entry not in out], keys, last),
        below=tuple(sorted(below, key=lambda entry: (-entry.total, entry.entry))),
    )


def _parts(scheme: Scheme, floor: Floor) -> list[tuple[str, list[Module]]]:
    if floor.kind is not None:
        return [(floor.kind.value, [module for module in scheme.modules if module.kind is floor.kind])]
    return [(module.code, [module]) for module in scheme.modules if floor.module in {"", module.code}]


def _percent(modules: Sequence[Module], scores: Mapping[str, ModuleScore]) -> Fraction | None:
    """Weighted, so that theory of two modules is 60 % when their shares of the total are; None when any is no number."""
    reached, weight = Fraction(), Fraction()
    for module in modules:
        score = scores.get(module.code)
        if score is None or isinstance(score.points, Special):
            return None
        reached += Fraction(score.points) / Fraction(score.maximum) * Fraction(module.weight)
        weight += Fraction(module.weight)
    return reached / weight * 100 if weight else None
