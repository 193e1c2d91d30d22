"""The total of one entry (docs/algorithms/total.md)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from scoring.errors import Problem, invalid_rule
from scoring.module import JudgeId, ModuleMarks, score_imported, score_module
from scoring.results import ModuleResult, ModuleScore
from scoring.rounding import round_half_up
from scoring.scheme import Module, ModuleSource, Scheme
from scoring.values import Disqualified, Mark, NotMarked, Special, strongest_special


@dataclass(frozen=True, slots=True)
class EntryTotal:
    """`total` out of 100 at two decimals, or the special value that decides.

    `provisional` counts what is there, what is missing adding nothing; None when nothing is there. `complete` is
    False while a mark is awaited that can still matter.
    """

    total: Mark
    provisional: Decimal | None
    complete: bool

    @property
    def special(self) -> Special | None:
        return self.total if isinstance(self.total, Special) else None


@dataclass(frozen=True, slots=True)
class EntryResult:
    total: Mark
    provisional: Decimal | None
    complete: bool
    special: Special | None
    modules: tuple[ModuleResult, ...]
    findings: tuple[Problem, ...]


def score_entry(
    scheme: Scheme,
    marks: Mapping[str, ModuleMarks],
    imported: Mapping[str, Mark],
    judges_by_module: Mapping[str, Sequence[JudgeId]],
) -> EntryResult:
    """`marks[module][aspect][judge]` raw values, `imported[module]` points, `judges_by_module[module]` panels.

    A module that is missing in all of them is NotMarked. Raises InvalidMark as `score_module` and
    `score_imported`, InvalidRule as `combine_modules`.
    """
    modules = tuple(
        score_imported(module, imported.get(module.code, NotMarked))
        if module.source is ModuleSource.IMPORTED
        else score_module(module, marks.get(module.code, {}), judges_by_module.get(module.code, ()))
        for module in scheme.modules
    )
    combined = combine_modules(scheme, {module.code: module.score for module in modules})
    return EntryResult(
        total=combined.total,
        provisional=combined.provisional,
        complete=combined.complete,
        special=combined.special,
        modules=modules,
        findings=tuple(_placed(finding, module.code) for module in modules for finding in module.findings),
    )


def combine_modules(scheme: Scheme, scores: Mapping[str, ModuleScore]) -> EntryTotal:
    """The total from module scores by code; a module without a score is NotMarked.

    Raises InvalidRule module_without_maximum.
    """
    given = [(module, scores.get(module.code)) for module in scheme.modules]
    special = strongest_special(NotMarked if score is None else score.points for _, score in given)
    provisional = [
        weighted(module, score.provisional, score.maximum)
        for module, score in given
        if score is not None and score.provisional is not None
    ]
    so_far = round_half_up(sum(provisional, Fraction())) if provisional else None
    return EntryTotal(
        total=_total(given) if special is None else special,
        provisional=so_far,
        complete=special is Disqualified
        or (bool(given) and all(score is not None and score.complete for _, score in given)),
    )


def weighted(module: Module, points: Decimal, maximum: Decimal) -> Fraction:
    """Exact share of the total: points / maximum x weight. Raises InvalidRule module_without_maximum."""
    if maximum <= 0:
        raise invalid_rule("module_without_maximum", module=module.code)
    return Fraction(points) / Fraction(maximum) * Fraction(module.weight)


def _total(given: Sequence[tuple[Module, ModuleScore | None]]) -> Mark:
    shares = [
        weighted(module, score.points, score.maximum)
        for module, score in given
        if score is not None and not isinstance(score.points, Special)
    ]
    return round_half_up(sum(shares, Fraction())) if shares else NotMarked


def _placed(finding: Problem, module: str) -> Problem:
    return Problem(finding.code, finding.data, {"module": module, **finding.where})
