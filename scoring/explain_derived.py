"""Why a computed aspect has its value."""

from collections.abc import Mapping

from scoring.aspects import BestOf, DerivedRule, FormulaRule
from scoring.explanation import Explanation
from scoring.results import AspectResult
from scoring.rounding import round_half_up
from scoring.values import Special, mark_to_text


def explain_derived(
    rule: DerivedRule, result: AspectResult, inputs: Mapping[str, str], found: Mapping[str, AspectResult]
) -> Explanation:
    """One step a source. A formula tells its text, and `uncut` when floor or maximum changed the value."""
    sources = [found[code] for code in rule.sources]
    told = dict(inputs)
    if isinstance(rule, FormulaRule):
        told["formula"] = rule.text
        told.update(_uncut(rule, result, sources))
    else:
        told["best"] = str(rule.count)
    kept = rule.kept({source.code: source.points for source in sources}) if isinstance(rule, BestOf) else None
    steps = tuple(
        Explanation("reference", "value", mark_to_text(source.points), _reference(source, kept))
        for source in sources
    )
    return Explanation("aspect", rule.kind, mark_to_text(result.points), told, steps)


def _uncut(rule: FormulaRule, result: AspectResult, sources: list[AspectResult]) -> dict[str, str]:
    if isinstance(result.points, Special):
        return {}
    numbers = {source.code: source.points for source in sources if not isinstance(source.points, Special)}
    uncut = round_half_up(rule.uncut(numbers))
    return {} if uncut == result.points else {"uncut": mark_to_text(uncut)}


def _reference(source: AspectResult, kept: frozenset[str] | None) -> dict[str, str]:
    if kept is None:
        return {"aspect": source.code}
    return {"aspect": source.code, "best": "kept" if source.code in kept else "left_out"}
