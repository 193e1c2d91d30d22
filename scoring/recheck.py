"""Which sheets are added up a second time by another person (抽查复核; docs/algorithms/recheck.md)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from scoring.hash_order import hash_order
from scoring.rounding import WholeRounding, round_whole
from scoring.standings import Standings


@dataclass(frozen=True, slots=True)
class RecheckSettings:
    """Percents; the defaults are those of union contest rules: all of the top 30, at least 15 of the rest, everything
    when more than 5 of those checked had an error.
    """

    top: Decimal = Decimal(30)
    rest: Decimal = Decimal(15)
    all_above: Decimal = Decimal(5)


@dataclass(frozen=True, slots=True)
class RecheckSample:
    """`top` in order of rank, `drawn` from the rest in order of the lot."""

    top: tuple[str, ...]
    drawn: tuple[str, ...]

    @property
    def entries(self) -> tuple[str, ...]:
        return (*self.top, *self.drawn)


def recheck_sample(standings: Standings, settings: RecheckSettings, seed: str) -> RecheckSample:
    """Both numbers are rounded up ("at least"); who shares the last rank of the top belongs to it."""
    placements = standings.placements
    number = _part(len(placements), settings.top)
    last = placements[number - 1].rank if number else 0
    top = tuple(placement.entry for placement in placements if placement.rank <= last)
    rest = [placement.entry for placement in placements if placement.rank > last]
    order = hash_order(rest, seed, "recheck")
    return RecheckSample(top, tuple(order[: _part(len(rest), settings.rest)]))


def must_check_all(checked: Collection[str], wrong: Collection[str], settings: RecheckSettings) -> bool:
    """Whether the share of `wrong` among `checked` is above the limit; exactly at the limit it is not."""
    found = sum(entry in checked for entry in wrong)
    return bool(checked) and Fraction(100 * found, len(checked)) > Fraction(settings.all_above)


def still_to_check(
    standings: Standings, checked: Collection[str], wrong: Collection[str], settings: RecheckSettings
) -> Sequence[str]:
    """Everybody not yet checked once the sample had too many errors, in order of rank; else nobody."""
    if not must_check_all(checked, wrong, settings):
        return ()
    return tuple(placement.entry for placement in standings.placements if placement.entry not in checked)


def _part(field: int, percent: Decimal) -> int:
    return round_whole(Fraction(percent) * field / 100, WholeRounding.UP)
