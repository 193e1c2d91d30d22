from decimal import Decimal
from random import Random
from typing import Any

import pytest

from competition.management.rehearsal.values import plausible_value
from scoring.aspects import aspect_rule_from_json, check_raw

RULES: list[dict[str, Any]] = [
    {"kind": "free", "min": "0", "max": "9.75", "places": 2},
    {"kind": "free", "min": "-3", "max": "0", "places": 0},
    {"kind": "time", "target": "300", "limit": "600"},
    {"kind": "time_steps", "steps": [{"within": "300", "points": "4"}, {"within": "480", "points": "2"}]},
    {"kind": "violation", "each": "2", "most": None, "disqualifies_at": 3},
    {"kind": "measure", "unit": "mm"},
    {"kind": "range", "min": "0", "max": "10", "step": "0.5"},
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule["kind"]))
def test_a_rehearsal_marks_what_the_rule_accepts(rule: dict[str, Any]) -> None:
    chance = Random(1)
    values = {plausible_value(rule, skill / 50, chance) for skill in range(50)}
    for value in values:
        check_raw(aspect_rule_from_json(rule["kind"], rule), Decimal(10), Decimal(value))
    assert len(values) > 1


def test_nobody_is_put_out_by_a_rehearsal() -> None:
    violation = aspect_rule_from_json("violation", RULES[4])
    chance = Random(1)
    counts = [Decimal(plausible_value(RULES[4], 0.2, chance)) for _ in range(50)]
    assert set(counts) == {Decimal(0), Decimal(1)}
    assert not any(violation.disqualifies(count) for count in counts)  # type: ignore[union-attr]
