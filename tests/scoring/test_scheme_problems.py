from dataclasses import replace
from decimal import Decimal

import pytest

from scoring.errors import Problem
from scoring.scheme import Aspect, Criterion, Module, Scheme, SubCriterion
from scoring.scheme_problems import scheme_problems
from tests.scoring.schemes import ASPECTS, imported, judgement, module, scheme, ten_points

DEDUCTION = Aspect("B9", Decimal(0), replace(ten_points, minimum=Decimal(-5), maximum=Decimal(0)))
EMPTY_CRITERION = replace(module(), criteria=(*module().criteria, Criterion("C", ())))
EMPTY_SUB_CRITERION = replace(
    module(), criteria=(Criterion("B", (SubCriterion("B.1", ASPECTS), SubCriterion("B.2", ()))),)
)
AT_B = {"module": "B"}
AT_ASPECT = {"module": "B", "criterion": "B", "sub_criterion": "B.1"}

CASES: list[tuple[str, Scheme, list[Problem]]] = [
    ("in order", scheme(imported(), module(weight="70")), []),
    ("a pure deduction is in order", scheme(module(*ASPECTS, DEDUCTION)), []),
    ("empty", scheme(), [Problem("scheme_empty")]),
    ("weights", scheme(imported(), module(weight="60.5")), [Problem("weights_not_100", {"sum": "90.5"})]),
    (
        "weight of nothing",
        scheme(imported(weight="0"), module()),
        [Problem("weight_not_positive", {"weight": "0"}, {"module": "A"})],
    ),
    (
        "imported without a maximum",
        scheme(replace(imported(weight="100"), imported_max=Decimal(0))),
        [Problem("imported_maximum_not_positive", {"maximum": "0"}, {"module": "A"})],
    ),
    ("module without criteria", scheme(replace(module(), criteria=())), [Problem("module_empty", {}, AT_B)]),
    (
        "criterion without sub-criteria",
        scheme(EMPTY_CRITERION),
        [Problem("criterion_empty", {}, {"module": "B", "criterion": "C"})],
    ),
    (
        "sub-criterion without aspects",
        scheme(EMPTY_SUB_CRITERION),
        [Problem("sub_criterion_empty", {}, {"module": "B", "criterion": "B", "sub_criterion": "B.2"})],
    ),
    (
        "aspect without a maximum",
        scheme(module(*ASPECTS, Aspect("B6", Decimal(0), judgement))),
        [Problem("aspect_without_maximum", {"max_mark": "0"}, {**AT_ASPECT, "aspect": "B6"})],
    ),
    (
        "aspect below zero",
        scheme(module(*ASPECTS, Aspect("B6", Decimal(-1), ten_points))),
        [Problem("aspect_without_maximum", {"max_mark": "-1"}, {**AT_ASPECT, "aspect": "B6"})],
    ),
    (
        "only deductions",
        scheme(module(DEDUCTION)),
        [Problem("module_without_maximum", {}, AT_B)],
    ),
    (
        "a rule above the aspect's maximum",
        scheme(module(Aspect("B1", Decimal(8), ten_points))),
        [Problem("points_above_maximum", {"points": "10", "maximum": "8"}, {**AT_ASPECT, "aspect": "B1"})],
    ),
    (
        "judgement without four benchmarks",
        scheme(module(Aspect("B2", Decimal(5), replace(judgement, benchmarks=())))),
        [
            Problem(
                "judgement_without_benchmarks",
                {"described": "0", "needed": "4"},
                {**AT_ASPECT, "aspect": "B2"},
            )
        ],
    ),
    (
        "one aspect twice",
        scheme(module(ASPECTS[0], ASPECTS[0])),
        [Problem("duplicate_code", {"level": "aspect", "code": "B1", "times": "2"}, AT_B)],
    ),
    (
        "one module twice",
        scheme(module(weight="50"), module(weight="50")),
        [Problem("duplicate_code", {"level": "module", "code": "B", "times": "2"})],
    ),
]


@pytest.mark.parametrize(("given", "problems"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_problems_name_what_and_where(given: Scheme, problems: list[Problem]) -> None:
    assert scheme_problems(given) == problems


def test_a_module_is_a_value() -> None:
    assert isinstance(hash(module()), int)
    assert module() == module()
    assert isinstance(module(), Module)
