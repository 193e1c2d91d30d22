from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.aspects import AspectRule, BestOf, FormulaRule, Measure, PointsRange, Violation
from scoring.derived import in_order
from scoring.errors import InvalidMark, InvalidRule, Problem
from scoring.explain import explain_entry
from scoring.module import score_module
from scoring.scheme import Aspect, judged_aspects, module_maximum
from scoring.scheme_problems import scheme_problems
from tests.scoring.schemes import module, scheme, ten_points

B1, B2 = Aspect("B1", Decimal(10), ten_points), Aspect("B2", Decimal(10), ten_points)


def computed(code: str, formula: str, maximum: int = 10, floor: str = "0") -> Aspect:
    return Aspect(code, Decimal(maximum), FormulaRule.of(formula, Decimal(floor)))


def best(count: int, *codes: str, maximum: int = 10) -> Aspect:
    return Aspect("B9", Decimal(maximum), BestOf(count, codes))


AT = {"module": "B", "aspect": "B9"}
PROBLEMS: list[tuple[str, tuple[Aspect, ...], list[Problem]]] = [
    ("in order", (B1, B2, computed("B9", "max(B1, B2)")), []),
    (
        "unknown name",
        (B1, computed("B9", "B1 + Z")),
        [Problem("formula_reference_unknown", {"unknown": "Z", "known": "B1"}, AT)],
    ),
    (
        "itself",
        (B1, B2, computed("B9", "B9 + B1")),
        [Problem("formula_cycle", {"cycle": "B9 → B9"}, {"module": "B"})],
    ),
    (
        "a cycle of two behind a third",
        (B1, computed("B7", "B8"), computed("B8", "B9"), computed("B9", "B8 + B1")),
        [Problem("formula_cycle", {"cycle": "B8 → B9 → B8"}, {"module": "B"})],
    ),
    (
        "a measure nobody reads",
        (B1, Aspect("B9", Decimal(0), Measure("mm"))),
        [Problem("measure_unused", {}, AT)],
    ),
    (
        "a best-of that cannot reach its maximum",
        (B1, B2, best(1, "B1", "B2", maximum=20)),
        [Problem("maximum_not_reachable", {"points": "10", "maximum": "20"}, AT)],
    ),
    ("two of two", (B1, B2, best(2, "B1", "B2", maximum=20)), []),
    (
        "a formula that only takes off",
        (B1, computed("B9", "0 - B1", 0, "-5")),
        [Problem("module_without_maximum", {}, {"module": "B"})],
    ),
]


@pytest.mark.parametrize(
    ("aspects", "problems"), [case[1:] for case in PROBLEMS], ids=[case[0] for case in PROBLEMS]
)
def test_what_is_wrong_is_found_at_entry(aspects: tuple[Aspect, ...], problems: list[Problem]) -> None:
    assert scheme_problems(scheme(module(*aspects))) == problems


UNFIT: list[tuple[AspectRule, list[str]]] = [
    (FormulaRule.of("1 + 2"), ["formula_reads_nothing"]),
    (FormulaRule.of("B1", Decimal(3)), ["range_empty"]),
    (BestOf(0, ("B1",)), ["best_of_count_out_of_range"]),
    (BestOf(3, ("B1", "B2")), ["best_of_count_out_of_range"]),
    (BestOf(1, ("B1", "B1")), ["best_of_repeats"]),
    (Measure("mm"), ["measure_with_maximum"]),
]


@pytest.mark.parametrize(("rule", "codes"), UNFIT)
def test_rules_unfit_for_an_aspect_of_three_points(rule: AspectRule, codes: list[str]) -> None:
    assert [problem.code for problem in rule.problems(Decimal(3))] == codes


def test_a_best_of_with_a_wrong_count_has_no_ceiling() -> None:
    problems = scheme_problems(scheme(module(B1, best(2, "B1", "Z"))))
    assert [problem.code for problem in problems] == ["formula_reference_unknown"]


def test_scoring_refuses_what_entry_should_have_found() -> None:
    with pytest.raises(InvalidRule, match="formula_reference_unknown"):
        in_order(module(B1, computed("B9", "Z")))


def test_nobody_marks_a_computed_aspect() -> None:
    with pytest.raises(InvalidMark, match="aspect_unknown"):
        score_module(module(B1, computed("B9", "B1")), {"B9": {"J1": Decimal(1)}}, ["J1"])


def test_what_stands_on_the_sheet() -> None:
    sheet = module(B1, B2, computed("B9", "B1 + B2", 15))
    assert [aspect.code for aspect in judged_aspects(sheet)] == ["B1", "B2"]
    assert module_maximum(sheet, 1) == 15


@given(st.lists(st.integers(0, 20).map(lambda half: Decimal(half) / 2), min_size=3, max_size=3))
def test_a_better_attempt_never_gives_less(attempts: list[Decimal]) -> None:
    rule = BestOf(2, ("A", "B", "C"))
    values = dict(zip("ABC", attempts, strict=True))
    before = rule.value(values, Decimal(20))
    after = rule.value({**values, "C": Decimal(10)}, Decimal(20))
    assert isinstance(before, Decimal)
    assert isinstance(after, Decimal)
    assert after >= before


def test_the_trace_names_what_a_formula_read_and_what_was_cut() -> None:
    event = scheme(
        module(B1, B2, computed("B9", "B1 + B2"), Aspect("B8", Decimal(0), Violation(Decimal(1), None, 2)))
    )
    marks = {"B": {"B1": {"J1": Decimal(7)}, "B2": {"J1": Decimal(8)}, "B8": {"J1": Decimal(2)}}}
    trace = explain_entry(event, marks, {}, {"B": ["J1"]})
    first, _, formula, violation = trace.steps[0].steps[0].steps[0].steps
    assert first.inputs == {"aspect": "B1", "maximum": "10", "counts": "through_others"}
    assert (formula.rule, formula.value, formula.inputs) == (
        "formula",
        "10.00",
        {"aspect": "B9", "maximum": "10", "formula": "B1 + B2", "uncut": "15.00"},
    )
    assert [(step.code, step.value, step.inputs) for step in formula.steps] == [
        ("reference", "7.00", {"aspect": "B1"}),
        ("reference", "8.00", {"aspect": "B2"}),
    ]
    assert (violation.steps[0].rule, violation.steps[0].value) == ("violation_disqualifies", "disqualified")


def test_the_trace_of_a_best_of_and_of_a_formula_in_waiting() -> None:
    event = scheme(module(B1, B2, best(1, "B1", "B2"), computed("B8", "B1")))
    trace = explain_entry(
        event, {"B": {"B1": {"J1": Decimal(7)}, "B2": {"J1": Decimal(8)}}}, {}, {"B": ["J1"]}
    )
    best_of, uncut = trace.steps[0].steps[0].steps[0].steps[2:]
    assert best_of.inputs == {"aspect": "B9", "maximum": "10", "best": "1"}
    assert [step.inputs for step in best_of.steps] == [
        {"aspect": "B1", "best": "left_out"},
        {"aspect": "B2", "best": "kept"},
    ]
    assert uncut.inputs == {"aspect": "B8", "maximum": "10", "formula": "B1"}
    waiting = explain_entry(event, {"B": {"B2": {"J1": Decimal(8)}}}, {}, {"B": ["J1"]})
    assert waiting.steps[0].steps[0].steps[0].steps[3].value == "not_marked"


def test_a_pure_deduction_is_in_order() -> None:
    taken = Aspect("B8", Decimal(0), PointsRange(Decimal(-5), Decimal(0), Decimal(1)))
    assert scheme_problems(scheme(module(B1, taken, Aspect("B7", Decimal(0), Violation(Decimal(2)))))) == []
