"""Aspects computed from others of their module (docs/algorithms/formulas.md)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from scoring.aspects import DerivedRule, FormulaRule, Measure
from scoring.errors import Problem, invalid_rule
from scoring.results import AspectResult
from scoring.scheme import Aspect, Module, aspects_of, is_judged, uncounted_codes
from scoring.values import Absent, Mark, NotMarked


def has_derived(aspects: Sequence[Aspect]) -> bool:
    """Whether any aspect does not simply add up."""
    return any(not is_judged(aspect) or isinstance(aspect.rule, Measure) for aspect in aspects)


def with_derived(module: Module, judged: Mapping[str, AspectResult]) -> dict[str, AspectResult]:
    """Results of all aspects by code, the computed ones from the `judged` ones.

    Raises InvalidRule formula_reference_unknown, formula_cycle (`scheme_problems` finds them at entry).
    """
    found = dict(judged)
    for aspect in in_order(module):
        found[aspect.code] = _computed(aspect, found)
    uncounted = uncounted_codes(module)
    return {
        code: replace(result, counts=False) if code in uncounted else result for code, result in found.items()
    }


def in_order(module: Module) -> list[Aspect]:
    """The computed aspects, each behind those it reads. Raises InvalidRule as `with_derived`."""
    aspects = {aspect.code: aspect for aspect in aspects_of(module)}
    ordered: dict[str, Aspect] = {}
    for aspect in aspects.values():
        _place(aspect, aspects, ordered, ())
    return list(ordered.values())


def _place(
    aspect: Aspect, aspects: Mapping[str, Aspect], ordered: dict[str, Aspect], path: tuple[str, ...]
) -> None:
    if is_judged(aspect) or aspect.code in ordered:
        return
    if aspect.code in path:
        cycle = (*path[path.index(aspect.code) :], aspect.code)
        raise invalid_rule("formula_cycle", cycle=" → ".join(cycle))
    for code in sources_of(aspect):
        if code not in aspects:
            raise invalid_rule("formula_reference_unknown", aspect=aspect.code, unknown=code)
        _place(aspects[code], aspects, ordered, (*path, aspect.code))
    ordered[aspect.code] = aspect


def sources_of(aspect: Aspect) -> tuple[str, ...]:
    """Codes that a computed aspect reads; none for a judged one."""
    return aspect.rule.sources if isinstance(aspect.rule, DerivedRule) else ()


def _computed(aspect: Aspect, found: Mapping[str, AspectResult]) -> AspectResult:
    rule = aspect.rule
    assert isinstance(rule, DerivedRule)
    sources = [found[code] for code in rule.sources]
    try:
        points = rule.value({source.code: source.points for source in sources}, aspect.max_mark)
        provisional = points if isinstance(points, Decimal) else _provisional(rule, sources, aspect.max_mark)
    except ZeroDivisionError:
        problem = Problem("formula_division_by_zero", {}, {"aspect": aspect.code})
        return AspectResult(aspect.code, NotMarked, None, complete=False, marked=0, findings=(problem,))
    complete = points is not NotMarked and all(source.complete for source in sources)
    return AspectResult(aspect.code, points, provisional, complete=complete, marked=0, findings=())


def _provisional(rule: DerivedRule, sources: Sequence[AspectResult], max_mark: Decimal) -> Decimal | None:
    """A best-of takes what is there; a formula over some of its parts would mean something else, so it waits."""
    so_far: dict[str, Mark] = {
        source.code: source.provisional for source in sources if source.provisional is not None
    }
    if isinstance(rule, FormulaRule) and len(so_far) < len(sources):
        return None
    value = rule.value({source.code: so_far.get(source.code, Absent) for source in sources}, max_mark)
    return value if isinstance(value, Decimal) else None
