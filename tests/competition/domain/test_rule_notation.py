from decimal import Decimal

import pytest

from competition.domain.rule_notation import NotationError, rule_from_notation
from scoring.aspects import AspectRule, Band, Binary, PointsRange, Step, Steps, Tolerance

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
    ],
)
def test_a_line_that_cannot_be_read_is_named(line: str) -> None:
    with pytest.raises(NotationError) as caught:
        rule_from_notation(f"说明\n{line}")
    assert caught.value.line == line
