"""Why a total is what it is: a tree from the total down to each judge's raw value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from scoring.aggregation import PanelRule, left_out
from scoring.aspects import DerivedRule, points_for
from scoring.entry import EntryResult, score_entry, weighted
from scoring.explain_derived import explain_derived
from scoring.explanation import Explanation
from scoring.module import JudgeId, ModuleMarks, settled
from scoring.results import AspectResult, CriterionResult, ModuleResult, SubCriterionResult
from scoring.rounding import round_half_up
from scoring.scheme import Aspect, Criterion, Module, ModuleSource, Scheme, SubCriterion
from scoring.values import Disqualified, Mark, NotMarked, Special, mark_to_text


def explain_entry(
    scheme: Scheme,
    marks: Mapping[str, ModuleMarks],
    imported: Mapping[str, Mark],
    judges_by_module: Mapping[str, Sequence[JudgeId]],
) -> Explanation:
    """The trace of `entry.score_entry` for the same arguments, made from its result. Raises what it raises."""
    result = score_entry(scheme, marks, imported, judges_by_module)
    modules = tuple(
        explain_module(module, scored, marks.get(module.code, {}), judges_by_module.get(module.code, ()))
        for module, scored in zip(scheme.modules, result.modules, strict=True)
    )
    return Explanation("total", _total_rule(result), mark_to_text(result.total), _progress(result), modules)


def _total_rule(result: EntryResult) -> str:
    return "sum_of_weighted_modules" if result.special is None else f"special_{result.special.value}"


def _progress(result: EntryResult) -> dict[str, str]:
    return {} if result.provisional is None else {"provisional": mark_to_text(result.provisional)}


def explain_module(
    module: Module, scored: ModuleResult, marks: ModuleMarks, judges: Sequence[JudgeId]
) -> Explanation:
    """The part of one module; `scored` must come from the same marks and judges.

    "weighted" is shown at two decimals; the total adds the exact values.
    """
    inputs = {
        "module": module.code,
        "maximum": mark_to_text(scored.score.maximum),
        "weight": mark_to_text(module.weight),
    }
    if not isinstance(scored.score.points, Special):
        share = weighted(module, scored.score.points, scored.score.maximum)
        inputs["weighted"] = mark_to_text(round_half_up(share))
    value = mark_to_text(scored.score.points)
    if module.source is ModuleSource.IMPORTED:
        return Explanation("module", "imported", value, inputs)
    found = {
        aspect.code: aspect
        for criterion in scored.criteria
        for sub in criterion.sub_criteria
        for aspect in sub.aspects
    }
    sheet = _Sheet(module.aggregation, found, marks, judges)
    criteria = zip(module.criteria, scored.criteria, strict=True)
    steps = tuple(_criterion(sheet, spec, result) for spec, result in criteria)
    return Explanation("module", "sum_not_below_zero", value, inputs, steps)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What every part of a module's explanation needs; `found` by aspect code."""

    how: PanelRule
    found: Mapping[str, AspectResult]
    marks: ModuleMarks
    judges: Sequence[JudgeId]


def _criterion(sheet: _Sheet, spec: Criterion, result: CriterionResult) -> Explanation:
    subs = zip(spec.sub_criteria, result.sub_criteria, strict=True)
    steps = tuple(_sub_criterion(sheet, sub, scored) for sub, scored in subs)
    return Explanation("criterion", "sum", mark_to_text(result.points), {"criterion": spec.code}, steps)


def _sub_criterion(sheet: _Sheet, spec: SubCriterion, result: SubCriterionResult) -> Explanation:
    aspects = zip(spec.aspects, result.aspects, strict=True)
    steps = tuple(_aspect(sheet, aspect, scored) for aspect, scored in aspects)
    inputs = {"sub_criterion": spec.code}
    return Explanation("sub_criterion", "sum", mark_to_text(result.points), inputs, steps)


def _aspect(sheet: _Sheet, spec: Aspect, result: AspectResult) -> Explanation:
    inputs = {"aspect": spec.code, "maximum": mark_to_text(spec.max_mark)}
    if result.provisional is not None and isinstance(result.points, Special):
        inputs["provisional"] = mark_to_text(result.provisional)
    if not result.counts:
        inputs["counts"] = "through_others"
    for finding in result.findings:
        inputs[finding.code] = ", ".join(finding.data.values())
    if isinstance(spec.rule, DerivedRule):
        return explain_derived(spec.rule, result, inputs, sheet.found)
    given = sheet.marks.get(spec.code, {})
    raws = [given.get(judge, NotMarked) for judge in sheet.judges]
    dropped = _dropped(sheet.how, spec, raws)
    steps = tuple(
        _judge_mark(spec, judge, raw, dropped.get(position, ""))
        for position, (judge, raw) in enumerate(zip(sheet.judges, raws, strict=True))
    )
    return Explanation("aspect", sheet.how.value, mark_to_text(result.points), inputs, steps)


def _dropped(how: PanelRule, spec: Aspect, raws: Sequence[Mark]) -> dict[int, str]:
    """Positions of the panel whose marks the panel's value leaves out, and why."""
    numbers = [(i, points_for(spec.rule, spec.max_mark, raw)) for i, raw in _numbers(raws)]
    out = left_out([points for _, points in numbers], how)
    return {numbers[position][0]: why for position, why in out.items()}


def _numbers(raws: Sequence[Mark]) -> list[tuple[int, Decimal]]:
    return [(position, raw) for position, raw in enumerate(raws) if not isinstance(raw, Special)]


def _judge_mark(spec: Aspect, judge: JudgeId, raw: Mark, dropped: str) -> Explanation:
    inputs = {"judge": judge, "raw": mark_to_text(raw)}
    if dropped:
        inputs["panel"] = dropped
    if isinstance(raw, Special):
        return Explanation("judge_mark", f"special_{raw.value}", raw.value, inputs)
    if isinstance(settled(spec.rule, raw), Special):
        return Explanation("judge_mark", "violation_disqualifies", Disqualified.value, inputs)
    points = round_half_up(points_for(spec.rule, spec.max_mark, raw))
    return Explanation("judge_mark", spec.rule.kind, mark_to_text(points), inputs)


__all__ = ["Explanation", "explain_entry", "explain_module"]
