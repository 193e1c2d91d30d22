import pytest

from competition.domain.paper_rule import _LINES, Rule, marking_lines
from scoring.aspects.read import READERS

DERIVED = {"formula", "best_of"}


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ({"kind": "binary"}, ["是 Yes（满分 full）／否 No（0）"]),
        (
            {"kind": "steps", "steps": [{"value": "0", "points": "4", "label": "无崩边"}]},
            ["0 → 4 分 points（无崩边）"],
        ),
        ({"kind": "judgement", "benchmarks": ["差", "好"]}, ["0　差", "1　好"]),
        (
            {
                "kind": "tolerance",
                "nominal": "130",
                "unit": "µm",
                "bands": [{"within": "3", "points": "8"}, {"plus": "5", "minus": "0", "points": "2"}],
            },
            ["记录测量值 Record the value；标称 nominal 130 µm", "±3 → 8 分 points；+5/-0 → 2 分 points"],
        ),
        ({"kind": "range", "min": "0", "max": "10", "step": "0.5"}, ["0–10 分 points，步长 step 0.5"]),
        ({"kind": "free", "min": "0", "max": "10", "places": 1}, ["0–10 分 points"]),
        (
            {"kind": "violation", "each": "2", "most": "6", "disqualifies_at": 5},
            ["记录次数 Count；每次 each −2 分 points，最多 at most −6；达 5 次取消资格 times: disqualified"],
        ),
        ({"kind": "formula", "formula": "A1+A2"}, ["自动计算，不填写 Computed, leave empty"]),
    ],
)
def test_what_a_judge_reads(rule: Rule, said: list[str]) -> None:
    assert marking_lines(rule) == said


def test_every_kind_that_is_marked_by_hand_says_how() -> None:
    assert set(_LINES) == set(READERS) - DERIVED
