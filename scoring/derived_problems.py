"""What is wrong between the aspects of a module: found when a scheme is entered, not when marks come."""

from collections.abc import Iterator

from scoring.aspects import BestOf, Measure
from scoring.aspects.ceiling import ceiling_problems
from scoring.derived import in_order, sources_of
from scoring.errors import InvalidRule, Problem
from scoring.scheme import Aspect, Module, aspects_of


def derived_problems(module: Module) -> Iterator[Problem]:
    """formula_reference_unknown (unknown, known), formula_cycle (cycle), measure_unused, and for a best-of
    points_above_maximum, maximum_not_reachable.
    """
    aspects = {aspect.code: aspect for aspect in aspects_of(module)}
    unknown = list(_unknown(aspects))
    yield from unknown
    if not unknown:
        yield from _cycles(module)
    read = {code for aspect in aspects.values() for code in sources_of(aspect)}
    for aspect in aspects.values():
        if isinstance(aspect.rule, Measure) and aspect.code not in read:
            yield Problem("measure_unused", {}, {"aspect": aspect.code})
        if isinstance(aspect.rule, BestOf):
            yield from _ceiling(aspect, aspect.rule, aspects)


def _unknown(aspects: dict[str, Aspect]) -> Iterator[Problem]:
    for aspect in aspects.values():
        for code in sources_of(aspect):
            if code not in aspects:
                data = {
                    "unknown": code,
                    "known": ", ".join(other for other in aspects if other != aspect.code),
                }
                yield Problem("formula_reference_unknown", data, {"aspect": aspect.code})


def _cycles(module: Module) -> Iterator[Problem]:
    try:
        in_order(module)
    except InvalidRule as error:
        yield error.problem


def _ceiling(aspect: Aspect, rule: BestOf, aspects: dict[str, Aspect]) -> Iterator[Problem]:
    attempts = [aspects[code].max_mark for code in rule.sources if code in aspects]
    if 1 <= rule.count <= len(attempts):
        best = sum(sorted(attempts, reverse=True)[1 : rule.count], max(attempts))
        for problem in ceiling_problems([best], aspect.max_mark):
            yield Problem(problem.code, problem.data, {"aspect": aspect.code})
