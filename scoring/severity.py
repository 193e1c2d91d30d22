"""How severe each judge is, and totals with that taken out (docs/algorithms/severity.md). Off by default."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Final, TypeAlias

from scoring.rounding import round_half_up
from scoring.statistics import mean, standard_deviation

JudgeScores: TypeAlias = Mapping[str, Mapping[str, Decimal]]
"""`scores[judge][entry]`: points of one judge's whole sheet, without special values."""


class Normalisation(Enum):
    """MEAN_SD brings every judge to the panel's mean and standard deviation."""

    OFF = "off"
    MEAN_SD = "mean_sd"


@dataclass(frozen=True, slots=True)
class Severity:
    """`leniency` is the judge's mean less the panel's, both at two decimals: above 0 the judge gives more."""

    judge: str
    marked: int
    mean: Decimal
    sd: Decimal
    leniency: Decimal


@dataclass(frozen=True, slots=True)
class NormalisedEntry:
    """Mean over judges before and after; equal values share a rank."""

    entry: str
    before: Decimal
    after: Decimal
    rank_before: int
    rank_after: int


@dataclass(frozen=True, slots=True)
class _Spread:
    mean: Fraction
    sd: Fraction


def severities(scores: JudgeScores) -> tuple[Severity, ...]:
    """Of every judge with at least one score, in order of the judge."""
    spreads = _spreads(scores)
    panel = _panel(scores, spreads) if spreads else _ZERO
    return tuple(
        Severity(
            judge,
            len(scores[judge]),
            round_half_up(spread.mean),
            round_half_up(spread.sd),
            round_half_up(spread.mean - panel.mean),
        )
        for judge, spread in sorted(spreads.items())
    )


def normalised(scores: JudgeScores, how: Normalisation = Normalisation.OFF) -> tuple[NormalisedEntry, ...]:
    """Before and after, in order of the rank before. With OFF both are the same."""
    adjusted = _adjusted(scores) if how is Normalisation.MEAN_SD else _exact(scores)
    before, after = _totals(_exact(scores)), _totals(adjusted)
    ranks_before, ranks_after = _ranks(before), _ranks(after)
    entries = [
        NormalisedEntry(entry, before[entry], after[entry], ranks_before[entry], ranks_after[entry])
        for entry in before
    ]
    return tuple(sorted(entries, key=lambda entry: (entry.rank_before, entry.entry)))


_Exact: TypeAlias = dict[str, dict[str, Fraction]]
_ZERO: Final = _Spread(Fraction(), Fraction())


def _exact(scores: JudgeScores) -> _Exact:
    return {
        judge: {entry: Fraction(points) for entry, points in given.items()} for judge, given in scores.items()
    }


def _spreads(scores: JudgeScores) -> dict[str, _Spread]:
    return {
        judge: _Spread(mean(numbers), standard_deviation(numbers))
        for judge, given in _exact(scores).items()
        if (numbers := list(given.values()))
    }


def _panel(scores: JudgeScores, spreads: Mapping[str, _Spread]) -> _Spread:
    """The mean of all marks, and the mean of the judges' standard deviations."""
    every = [points for given in _exact(scores).values() for points in given.values()]
    return _Spread(mean(every), mean([spread.sd for spread in spreads.values()]))


def _adjusted(scores: JudgeScores) -> _Exact:
    spreads = _spreads(scores)
    panel = _panel(scores, spreads) if spreads else _ZERO
    return {
        judge: {entry: _moved(points, spreads[judge], panel) for entry, points in given.items()}
        for judge, given in _exact(scores).items()
    }


def _moved(points: Fraction, judge: _Spread, panel: _Spread) -> Fraction:
    """A judge who gives everybody the same tells nothing apart: all of the judge's marks become the panel's mean."""
    return panel.mean + ((points - judge.mean) * panel.sd / judge.sd if judge.sd else 0)


def _totals(scores: _Exact) -> dict[str, Decimal]:
    by_entry: dict[str, list[Fraction]] = {}
    for given in scores.values():
        for entry, points in given.items():
            by_entry.setdefault(entry, []).append(points)
    return {entry: round_half_up(mean(points)) for entry, points in sorted(by_entry.items())}


def _ranks(totals: Mapping[str, Decimal]) -> dict[str, int]:
    ordered: Sequence[Decimal] = sorted(totals.values(), reverse=True)
    return {entry: ordered.index(total) + 1 for entry, total in totals.items()}
