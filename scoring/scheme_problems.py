"""What stands in the way of marking with a scheme."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

from scoring.aspects import FormulaRule, Measure, PointsRange, Violation
from scoring.derived_problems import derived_problems
from scoring.errors import Problem
from scoring.scheme import (
    Aspect,
    Criterion,
    Module,
    ModuleSource,
    Scheme,
    SubCriterion,
    aspects_of,
    module_maximum,
)
from scoring.text import plain

WHOLE: Final = Decimal(100)


def scheme_problems(scheme: Scheme) -> list[Problem]:
    """Every problem, in the order of the sheet; an empty list means marking can begin.

    Codes: scheme_empty, weights_not_100, weight_not_positive, duplicate_code, module_empty,
    imported_maximum_not_positive, criterion_empty, sub_criterion_empty, aspect_without_maximum,
    module_without_maximum, those of each aspect rule and of `derived_problems`. `Problem.where` tells the place.
    """
    return [
        *_weights(scheme),
        *_duplicates("module", (module.code for module in scheme.modules), {}),
        *(problem for module in scheme.modules for problem in _module(module)),
    ]


def _weights(scheme: Scheme) -> Iterator[Problem]:
    if not scheme.modules:
        yield Problem("scheme_empty")
        return
    total = sum((module.weight for module in scheme.modules), Decimal(0))
    if total != WHOLE:
        yield Problem("weights_not_100", {"sum": plain(total)})


def _duplicates(level: str, codes: Iterable[str], where: Mapping[str, str]) -> Iterator[Problem]:
    for code, times in Counter(codes).items():
        if times > 1:
            yield Problem("duplicate_code", {"level": level, "code": code, "times": str(times)}, where)


def _module(module: Module) -> Iterator[Problem]:
    where = {"module": module.code}
    if module.weight <= 0:
        yield Problem("weight_not_positive", {"weight": plain(module.weight)}, where)
    if module.source is ModuleSource.IMPORTED:
        if module.imported_max <= 0:
            yield Problem("imported_maximum_not_positive", {"maximum": plain(module.imported_max)}, where)
        return
    if not module.criteria:
        yield Problem("module_empty", {}, where)
        return
    if module_maximum(module, 1) <= 0:
        yield Problem("module_without_maximum", {}, where)
    yield from _duplicates("criterion", (criterion.code for criterion in module.criteria), where)
    yield from _duplicates("aspect", (aspect.code for aspect in aspects_of(module)), where)
    for criterion in module.criteria:
        yield from _criterion(criterion, where)
    yield from (replace(problem, where={**where, **problem.where}) for problem in derived_problems(module))


def _criterion(criterion: Criterion, outer: Mapping[str, str]) -> Iterator[Problem]:
    where = {**outer, "criterion": criterion.code}
    if not criterion.sub_criteria:
        yield Problem("criterion_empty", {}, where)
    yield from _duplicates("sub_criterion", (sub.code for sub in criterion.sub_criteria), where)
    for sub_criterion in criterion.sub_criteria:
        yield from _sub_criterion(sub_criterion, where)


def _sub_criterion(sub_criterion: SubCriterion, outer: Mapping[str, str]) -> Iterator[Problem]:
    where = {**outer, "sub_criterion": sub_criterion.code}
    if not sub_criterion.aspects:
        yield Problem("sub_criterion_empty", {}, where)
    for aspect in sub_criterion.aspects:
        yield from aspect_problems(aspect, {**where, "aspect": aspect.code})


def aspect_problems(aspect: Aspect, where: Mapping[str, str]) -> Iterator[Problem]:
    """What makes the rule unfit for its aspect by itself, without the others of its module."""
    if aspect.max_mark < 0 or (aspect.max_mark == 0 and not _gives_no_points(aspect)):
        yield Problem("aspect_without_maximum", {"max_mark": plain(aspect.max_mark)}, where)
        return
    for problem in aspect.rule.problems(aspect.max_mark):
        yield replace(problem, where=where)


def _gives_no_points(aspect: Aspect) -> bool:
    match aspect.rule:
        case PointsRange(minimum=lowest) | FormulaRule(floor=lowest):
            return lowest < 0
    return isinstance(aspect.rule, Violation | Measure)
