"""Marks that somebody should look at again; warnings, never corrections (docs/algorithms/anomalies.md)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from scoring.errors import Problem
from scoring.rounding import round_half_up
from scoring.statistics import median, robust_z
from scoring.text import plain

_TEN: Final = 10
_FAR: Final = 5


@dataclass(frozen=True, slots=True)
class AnomalySettings:
    """`z`: the robust z above which a value is an outlier (3.5: Iglewicz and Hoaglin, 1993); `fewest`: values needed.

    When all others nearly agree, any small difference has a large z: so a mark must also be off by `share` percent of
    the panel's median, and a module by `gap` percentage points.
    """

    z: Decimal = Decimal("3.5")
    fewest: int = 4
    share: Decimal = Decimal(10)
    gap: Decimal = Decimal(10)


def mark_anomalies(
    raws: Mapping[str, Decimal],
    settings: AnomalySettings = AnomalySettings(),
) -> tuple[Problem, ...]:
    """One aspect of one entry, `raws` by judge, each against the *other* judges.

    mark_order_of_magnitude: ten times or a tenth of the value fits the others and the value itself does not (a slipped
    point); mark_outlier: robust z. A judge gets the first of the two.
    """
    return tuple(problem for judge in sorted(raws) for problem in _judge(judge, raws, settings))


def _judge(judge: str, raws: Mapping[str, Decimal], settings: AnomalySettings) -> Iterator[Problem]:
    others = [Fraction(raw) for other, raw in raws.items() if other != judge]
    if len(others) < settings.fewest - 1:
        return
    raw, middle = Fraction(raws[judge]), median(others)
    data = {"value": plain(raws[judge]), "panel": plain(round_half_up(middle))}
    meant = _slipped(raw, others)
    if meant is not None:
        yield Problem(
            "mark_order_of_magnitude", {**data, "meant": plain(round_half_up(meant, 6))}, {"judge": judge}
        )
        return
    z = robust_z(raw, others)
    far = abs(raw - middle) * 100 >= abs(middle) * Fraction(settings.share)
    if far and z is not None and abs(z) > Fraction(settings.z):
        yield Problem("mark_outlier", {**data, "z": plain(round_half_up(z))}, {"judge": judge})


def _slipped(raw: Fraction, others: Sequence[Fraction]) -> Fraction | None:
    """What was probably meant: the value moved by one place lies among the others, the value itself is five times
    their median or a fifth of it.
    """
    low, high, middle = min(others), max(others), median(others)
    if middle <= 0 or middle / _FAR < raw < middle * _FAR:
        return None
    return next((meant for meant in (raw / _TEN, raw * _TEN) if meant and low <= meant <= high), None)


def module_anomalies(
    percents: Mapping[str, Mapping[str, Decimal]],
    settings: AnomalySettings = AnomalySettings(),
) -> tuple[Problem, ...]:
    """`percents[entry][module]`: a module that differs from the median of the entrant's *own* other modules far more
    (robust z over the field) than it does for the other entrants. Code module_unlike_own, where entry and module.
    """
    modules = sorted({module for given in percents.values() for module in given})
    return tuple(problem for module in modules for problem in _module(module, percents, settings))


def _module(
    module: str, percents: Mapping[str, Mapping[str, Decimal]], settings: AnomalySettings
) -> Iterator[Problem]:
    gaps = {
        entry: Fraction(given[module]) - own
        for entry, given in sorted(percents.items())
        if module in given and (own := _own(given, module)) is not None
    }
    if len(gaps) < settings.fewest:
        return
    for entry, gap in gaps.items():
        z = robust_z(gap, list(gaps.values()))
        far = abs(gap) >= Fraction(settings.gap)
        if far and z is not None and abs(z) > Fraction(settings.z):
            data = {"gap": plain(round_half_up(gap)), "z": plain(round_half_up(z))}
            yield Problem("module_unlike_own", data, {"entry": entry, "module": module})


def _own(given: Mapping[str, Decimal], module: str) -> Fraction | None:
    others = [Fraction(percent) for code, percent in given.items() if code != module]
    return median(others) if others else None
