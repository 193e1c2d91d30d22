"""Why a total is what it is: a tree from the total down to each judge's raw value, as data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from scoring.aggregation import Aggregation, trimmed_out
from scoring.aspects import points_for
from scoring.entry import EntryResult, score_entry, weighted
from scoring.module import JudgeId, ModuleMarks
from scoring.results import AspectResult, CriterionResult, ModuleResult, SubCriterionResult
from scoring.rounding import round_half_up
from scoring.scheme import Aspect, Criterion, Module, ModuleSource, Scheme, SubCriterion
from scoring.values import Mark, NotMarked, Special, mark_to_text


@dataclass(frozen=True, slots=True)
class Explanation:
    """One step. `code`, `rule` and the keys of `inputs` are stable words that a screen translates; all values are text.

    code: total, module, criterion, sub_criterion, aspect, judge_mark. `value` is a decimal or a special value's code.
    """

    code: str
    rule: str
    value: str
    inputs: Mapping[str, str] = field(default_factory=dict)
    steps: tuple["Explanation", ...] = ()

    def as_json(self) -> dict[str, object]:
        """`{"code","rule","value","inputs","steps":[…]}`, ready for json.dumps."""
        return {
            "code": self.code,
            "rule": self.rule,
            "value": self.value,
            "inputs": dict(self.inputs),
            "steps": [step.as_json() for step in self.steps],
        }


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
    criteria = zip(module.criteria, scored.criteria, strict=True)
    steps = tuple(_criterion(module, spec, result, marks, judges) for spec, result in criteria)
    return Explanation("module", "sum_not_below_zero", value, inputs, steps)


def _criterion(
    module: Module, spec: Criterion, result: CriterionResult, marks: ModuleMarks, judges: Sequence[JudgeId]
) -> Explanation:
    subs = zip(spec.sub_criteria, result.sub_criteria, strict=True)
    steps = tuple(_sub_criterion(module, sub, scored, marks, judges) for sub, scored in subs)
    return Explanation("criterion", "sum", mark_to_text(result.points), {"criterion": spec.code}, steps)


def _sub_criterion(
    module: Module,
    spec: SubCriterion,
    result: SubCriterionResult,
    marks: ModuleMarks,
    judges: Sequence[JudgeId],
) -> Explanation:
    aspects = zip(spec.aspects, result.aspects, strict=True)
    steps = tuple(_aspect(module, aspect, scored, marks, judges) for aspect, scored in aspects)
    return Explanation(
        "sub_criterion", "sum", mark_to_text(result.points), {"sub_criterion": spec.code}, steps
    )


def _aspect(
    module: Module, spec: Aspect, result: AspectResult, marks: ModuleMarks, judges: Sequence[JudgeId]
) -> Explanation:
    given = marks.get(spec.code, {})
    raws = [given.get(judge, NotMarked) for judge in judges]
    inputs = {"aspect": spec.code, "maximum": mark_to_text(spec.max_mark)}
    if result.provisional is not None and isinstance(result.points, Special):
        inputs["provisional"] = mark_to_text(result.provisional)
    for finding in result.findings:
        inputs[finding.code] = ", ".join(finding.data.values())
    dropped = _dropped(module.aggregation, spec, raws)
    steps = tuple(
        _judge_mark(spec, judge, raw, dropped.get(position, ""))
        for position, (judge, raw) in enumerate(zip(judges, raws, strict=True))
    )
    rule = module.aggregation.value
    return Explanation("aspect", rule, mark_to_text(result.points), inputs, steps)


def _dropped(how: Aggregation, spec: Aspect, raws: Sequence[Mark]) -> dict[int, str]:
    """Positions of the panel whose marks a trimmed mean leaves out."""
    numbers = [(i, points_for(spec.rule, spec.max_mark, raw)) for i, raw in _numbers(raws)]
    out = trimmed_out([points for _, points in numbers]) if how is Aggregation.TRIMMED_MEAN else None
    if out is None:
        return {}
    return {numbers[out[0]][0]: "dropped_highest", numbers[out[1]][0]: "dropped_lowest"}


def _numbers(raws: Sequence[Mark]) -> list[tuple[int, Decimal]]:
    return [(position, raw) for position, raw in enumerate(raws) if not isinstance(raw, Special)]


def _judge_mark(spec: Aspect, judge: JudgeId, raw: Mark, dropped: str) -> Explanation:
    inputs = {"judge": judge, "raw": mark_to_text(raw)}
    if dropped:
        inputs["panel"] = dropped
    if isinstance(raw, Special):
        return Explanation("judge_mark", f"special_{raw.value}", raw.value, inputs)
    points = round_half_up(points_for(spec.rule, spec.max_mark, raw))
    return Explanation("judge_mark", spec.rule.kind, mark_to_text(points), inputs)
