from decimal import Decimal

import pytest

from competition.domain.rule_notation import NotationError, rule_from_notation
from scoring.aspects import (
    AspectRule,
    Band,
    BestOf,
    Binary,
    FormulaRule,
    FreePoints,
    Measure,
    PointsRange,
    Step,
    Steps,
    TimeLimit,
    TimeStep,
    TimeSteps,
    Tolerance,
    Violation,
)
from scoring.errors import InvalidRule
from scoring.rounding import WholeRounding

D = Decimal


def band(plus: str, minus: str, points: str) -> Band:
    return Band(D(plus), D(minus), D(points))


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", Binary()),
        ("按工艺卡检查", Binary()),
        ("tol 200 ±2 µm => 4; ±5 => 2", Tolerance(D(200), "µm", (band("2", "2", "4"), band("5", "5", "2")))),
        ("公差 200µm ±2 => 4", Tolerance(D(200), "µm", (band("2", "2", "4"),))),
        (
            "抽 10 片\n公差：0 +15/-0 µm → 6；+20/−0 → 4",
            Tolerance(D(0), "µm", (band("15", "0", "6"), band("20", "0", "4"))),
        ),
        ("TOL 0.50 ±0.03 mm => 2", Tolerance(D("0.50"), "mm", (band("0.03", "0.03", "2"),))),
        ("tol 200 +/-2 => 4", Tolerance(D(200), "", (band("2", "2", "4"),))),
        ("公差 100 +0/-3 % => 8", Tolerance(D(100), "%", (band("0", "3", "8"),))),
        (
            "steps 0 => 4 no chip; 1 => 1.5 one chip; 2 => 0",
            Steps((Step(D(0), D(4), "no chip"), Step(D(1), D("1.5"), "one chip"), Step(D(2), D(0), ""))),
        ),
        ("分档 0 => 5 无崩边；1 => 3 一处", Steps((Step(D(0), D(5), "无崩边"), Step(D(1), D(3), "一处")))),
        ("range 0..10 step 0.5", PointsRange(D(0), D(10), D("0.5"))),
        ("范围 -6..0 步长 2", PointsRange(D(-6), D(0), D(2))),
        ("范围 0至10 步长 1;", PointsRange(D(0), D(10), D(1))),
        ("分档 0 => 2 完好，无痕（合格）", Steps((Step(D(0), D(2), "完好，无痕（合格）"),))),
        ("timed 5:00..10:00", TimeLimit(D(300), D(600))),
        ("计时：1：30.5 至 120 小数 0 舍去", TimeLimit(D("90.5"), D(120), 0, WholeRounding.DOWN)),
        ("timed 300..600 places 1 up", TimeLimit(D(300), D(600), 1, WholeRounding.UP)),
        (
            "计时 5:00 → 4；480 → 1.5",
            TimeSteps((TimeStep(D(300), D(4)), TimeStep(D(480), D("1.5")))),
        ),
        ("violation 2", Violation(D(2))),
        ("违规扣分 0.5 最多 3 取消资格 4", Violation(D("0.5"), D(3), 4)),
        ("violation 0 disqualified 1", Violation(D(0), None, 1)),
        ("free 0..10 places 1", FreePoints(D(0), D(10), 1)),
        ("打分 -5至5", FreePoints(D(-5), D(5))),
        ("value mm", Measure("mm")),
        ("读数: kg", Measure("kg")),
        ("formula max(A1.1, A1.2) * 0.5", FormulaRule.of("max(A1.1, A1.2) * 0.5")),
        (
            "公式 （A1.1＋A1.2）÷2 − 1；下限 -2；另计",
            FormulaRule.of("(A1.1+A1.2)/2 - 1", D(-2), replaces=False),
        ),
        ("best 2 of A1.1, A1.2 A1.3", BestOf(2, ("A1.1", "A1.2", "A1.3"))),
        ("取优 1 于 A1.1、A1.2；另计", BestOf(1, ("A1.1", "A1.2"), replaces=False)),
    ],
)
def test_a_line_of_notation_is_a_rule(text: str, rule: AspectRule) -> None:
    assert rule_from_notation(text) == rule


@pytest.mark.parametrize(
    "line",
    [
        "tol ±2 => 4",
        "tol 200 ±2",
        "tol 200 ±2 => 4; 5",
        "steps 0 = 4",
        "steps a => 4",
        "range 0-10",
        "分档 好 => 4",
        "timed 5:00",
        "timed 5:75..10:00",
        "计时 快 => 4",
        "违规扣分 很多",
        "free 10",
        "value of the ring",
        "best A1.1",
        "best 1 of A1.1; floor 2",
        "formula A1.1; ceiling 3",
    ],
)
def test_a_line_that_cannot_be_read_is_named(line: str) -> None:
    with pytest.raises(NotationError) as caught:
        rule_from_notation(f"说明\n{line}")
    assert caught.value.line == line


def test_a_faulty_formula_is_told_by_the_place_of_the_fault() -> None:
    with pytest.raises(InvalidRule) as caught:
        rule_from_notation("公式 A1.1 +* 2")
    assert (caught.value.code, dict(caught.value.data)) == ("formula_syntax", {"position": "7", "found": "*"})
