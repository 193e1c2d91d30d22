"""The score of one entry in one module (docs/algorithms/total.md)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final, TypeAlias

from scoring.aggregation import PanelRule, PanelValue, aggregate, aggregate_numbers
from scoring.aspects import AspectRule, Judgement, Measure, Violation
from scoring.derived import has_derived, with_derived
from scoring.errors import Problem, invalid_mark
from scoring.results import AspectResult, CriterionResult, ModuleResult, ModuleScore, SubCriterionResult
from scoring.rounding import round_half_up
from scoring.scheme import Aspect, Criterion, Module, SubCriterion, aspects_of, is_judged, module_maximum
from scoring.text import plain
from scoring.values import Disqualified, Mark, NotMarked, Special, strongest_special

JudgeId: TypeAlias = str
AspectMarks: TypeAlias = Mapping[JudgeId, Mark]
"""Raw value of each judge on one aspect."""
ModuleMarks: TypeAlias = Mapping[str, AspectMarks]
"""By aspect code."""

MEASURE_PLACES: Final = 6
_ZERO: Final = Decimal(0)
_NO_MARKS: Final[AspectMarks] = {}


def score_module(module: Module, marks: ModuleMarks, judges: Sequence[JudgeId]) -> ModuleResult:
    """One entry in one module marked on sheets.

    `judges` is the panel; marks of others (a judge who was replaced) do not count. A mark that is missing is
    NotMarked. Raises InvalidMark for a raw value its rule does not allow, or aspect_unknown.
    """
    results = _aspects(module, marks, judges)
    criteria = tuple(_criterion(criterion, results) for criterion in module.criteria)
    aspects = [aspect for criterion in criteria for sub in criterion.sub_criteria for aspect in sub.aspects]
    score = _module_score(module, criteria, aspects, len(judges))
    return ModuleResult(
        code=module.code,
        score=score,
        criteria=criteria,
        marked=sum(aspect.marked for aspect in aspects),
        expected=sum(is_judged(aspect) for aspect in aspects_of(module)) * len(judges),
        findings=tuple(finding for aspect in aspects for finding in aspect.findings),
    )


def score_imported(module: Module, mark: Mark) -> ModuleResult:
    """An imported module, in points out of `module.imported_max`, rounded to two decimals.

    Raises InvalidMark imported_out_of_range.
    """
    given = mark is not NotMarked
    if isinstance(mark, Special):
        score = ModuleScore(mark, module.imported_max, None, given)
    elif not 0 <= mark <= module.imported_max:
        raise invalid_mark(
            "imported_out_of_range", value=mark, maximum=module.imported_max, module=module.code
        )
    else:
        points = round_half_up(mark)
        score = ModuleScore(points, module.imported_max, points, complete=True)
    return ModuleResult(module.code, score, (), int(given), 1, ())


def _aspects(module: Module, marks: ModuleMarks, judges: Sequence[JudgeId]) -> Mapping[str, AspectResult]:
    aspects = list(aspects_of(module))
    judged = [aspect for aspect in aspects if is_judged(aspect)]
    unknown = marks.keys() - {aspect.code for aspect in judged}
    if unknown:
        raise invalid_mark("aspect_unknown", module=module.code, aspects=", ".join(sorted(unknown)))
    results = {aspect.code: _score_aspect(aspect, marks, judges, module.aggregation) for aspect in judged}
    return with_derived(module, results) if has_derived(aspects) else results


def _score_aspect(
    aspect: Aspect, marks: ModuleMarks, judges: Sequence[JudgeId], how: PanelRule
) -> AspectResult:
    given = marks.get(aspect.code, _NO_MARKS)
    raws = [given.get(judge, NotMarked) for judge in judges]
    rule, max_mark = aspect.rule, aspect.max_mark
    if isinstance(rule, Violation):
        raws = [settled(rule, raw) for raw in raws]
    units = [rule.units(raw, max_mark) for raw in raws if not isinstance(raw, Special)]
    if not units or len(units) < len(raws):
        return _unsettled_aspect(aspect, raws, how)
    points = round_half_up(aggregate_numbers(units, how, rule.divisor), _places(rule))
    return AspectResult(
        aspect.code,
        points,
        points,
        complete=True,
        marked=len(raws),
        findings=_spread(aspect.code, rule, raws),
    )


def settled(rule: AspectRule, raw: Mark) -> Mark:
    """The mark itself, or Disqualified when the violation happened too often."""
    too_often = isinstance(rule, Violation) and not isinstance(raw, Special) and rule.disqualifies(raw)
    return Disqualified if too_often else raw


def _places(rule: AspectRule) -> int:
    return MEASURE_PLACES if isinstance(rule, Measure) else 2


def _unsettled_aspect(aspect: Aspect, raws: Sequence[Mark], how: PanelRule) -> AspectResult:
    rule, max_mark = aspect.rule, aspect.max_mark
    units = [raw if isinstance(raw, Special) else rule.units(raw, max_mark) for raw in raws]
    panel = aggregate(units, how, rule.divisor)
    return AspectResult(
        code=aspect.code,
        points=panel.value,
        provisional=None if panel.provisional is None else round_half_up(panel.provisional, _places(rule)),
        complete=panel.complete,
        marked=panel.marked,
        findings=_spread(aspect.code, rule, raws) + _dispute(aspect.code, panel),
    )


def _dispute(aspect: str, panel: PanelValue) -> tuple[Problem, ...]:
    return (Problem("absence_disputed", {}, {"aspect": aspect}),) if panel.disputed else ()


def _spread(aspect: str, rule: AspectRule, raws: Sequence[Mark]) -> tuple[Problem, ...]:
    if not isinstance(rule, Judgement):
        return ()
    scores = [raw for raw in raws if not isinstance(raw, Special)]
    if not scores or max(scores) - min(scores) <= rule.max_spread:
        return ()
    data = {"lowest": plain(min(scores)), "highest": plain(max(scores)), "allowed": str(rule.max_spread)}
    return (Problem("judgement_spread", data, {"aspect": aspect}),)


def _criterion(criterion: Criterion, results: Mapping[str, AspectResult]) -> CriterionResult:
    parts = tuple(_sub_criterion(sub, results) for sub in criterion.sub_criteria)
    return CriterionResult(criterion.code, sum_points(parts), sum_provisional(parts), parts)


def _sub_criterion(sub_criterion: SubCriterion, results: Mapping[str, AspectResult]) -> SubCriterionResult:
    parts = tuple(results[aspect.code] for aspect in sub_criterion.aspects)
    counted = [part for part in parts if part.counts]
    return SubCriterionResult(sub_criterion.code, sum_points(counted), sum_provisional(counted), parts)


def _module_score(
    module: Module, criteria: Sequence[CriterionResult], aspects: Sequence[AspectResult], judges: int
) -> ModuleScore:
    points = sum_points(criteria) if aspects else NotMarked
    provisional = sum_provisional(criteria)
    return ModuleScore(
        points=points if isinstance(points, Special) else max(points, _ZERO),
        maximum=module_maximum(module, judges),
        provisional=None if provisional is None else max(provisional, _ZERO),
        complete=points is Disqualified or (bool(aspects) and all(aspect.complete for aspect in aspects)),
    )


Part: TypeAlias = AspectResult | SubCriterionResult | CriterionResult


def sum_points(parts: Sequence[Part]) -> Mark:
    """The exact sum, or the special value that decides (see `values.strongest_special`)."""
    total = _ZERO
    for part in parts:
        if isinstance(part.points, Special):
            return strongest_special(other.points for other in parts) or NotMarked
        total += part.points
    return total


def sum_provisional(parts: Sequence[Part]) -> Decimal | None:
    """The sum of what is there, None when nothing is."""
    present = [part.provisional for part in parts if part.provisional is not None]
    return sum(present, _ZERO) if present else None
