from decimal import Decimal
from typing import Any

import pytest

from scoring.aggregation import aggregate, panel_rule_from_text
from scoring.aspects import aspect_rule_from_json, points_for, raw_from_text
from scoring.awards import award_rule_from_json, give_awards
from scoring.entry import score_entry
from scoring.errors import InvalidMark
from scoring.module import score_module
from scoring.results import ModuleResult
from scoring.rounding import round_half_up
from scoring.scheme_codec import module_from_json, scheme_from_json
from scoring.standings import StandingRow, rank
from scoring.ties import TOTAL, LastRule, last_rule_from_text, tie_key_from_json
from scoring.values import Mark, Special, mark_from_text, mark_to_text
from tests.scoring.golden import golden

Case = dict[str, Any]


def shown(mark: Mark | None) -> str | None:
    if mark is None:
        return None
    return mark_to_text(mark if isinstance(mark, Special) else round_half_up(mark))


def read_marks(data: Any) -> Any:
    return (
        mark_from_text(data)
        if isinstance(data, str)
        else {key: read_marks(item) for key, item in data.items()}
    )


@golden("rounding")
def test_rounding(case: Case) -> None:
    given = case["input"]
    assert str(round_half_up(Decimal(given["value"]), given["places"])) == case["expected"]


@golden("points")
def test_points(case: Case) -> None:
    given, expected = case["input"], case["expected"]
    rule = aspect_rule_from_json(given["rule"]["kind"], given["rule"])
    if "error" in expected:
        with pytest.raises(InvalidMark) as raised:
            points_for(rule, Decimal(given["max_mark"]), raw_from_text(given["raw"]))
        assert {"error": raised.value.code, "data": raised.value.data} == expected
    else:
        points = points_for(rule, Decimal(given["max_mark"]), raw_from_text(given["raw"]))
        assert {"points": shown(points)} == expected


@golden("aggregation")
def test_aggregation(case: Case) -> None:
    given = case["input"]
    marks = [mark_from_text(text) for text in given["marks"]]
    panel = aggregate(marks, panel_rule_from_text(given["aggregation"]), given["divisor"])
    assert {
        "value": shown(panel.value),
        "provisional": shown(panel.provisional),
        "complete": panel.complete,
        "disputed": panel.disputed,
        "marked": panel.marked,
    } == case["expected"]


@golden("module")
def test_module(case: Case) -> None:
    given = case["input"]
    result = score_module(module_from_json(given["module"]), read_marks(given["marks"]), given["judges"])
    assert {
        "points": shown(result.score.points),
        "maximum": mark_to_text(result.score.maximum),
        "provisional": shown(result.score.provisional),
        "complete": result.score.complete,
        "marked": result.marked,
        "expected": result.expected,
        "aspects": aspect_points(result),
        "findings": [[finding.code, finding.where["aspect"]] for finding in result.findings],
    } == case["expected"]


def aspect_points(result: ModuleResult) -> dict[str, str | None]:
    return {
        aspect.code: shown(aspect.points)
        for criterion in result.criteria
        for sub_criterion in criterion.sub_criteria
        for aspect in sub_criterion.aspects
    }


@golden("total")
def test_total(case: Case) -> None:
    given = case["input"]
    scheme = scheme_from_json(given["scheme"])
    result = score_entry(scheme, read_marks(given["marks"]), read_marks(given["imported"]), given["judges"])
    assert {
        "total": mark_to_text(result.total),
        "provisional": shown(result.provisional),
        "complete": result.complete,
        "modules": {module.code: shown(module.score.points) for module in result.modules},
    } == case["expected"]


@golden("standings")
def test_standings(case: Case) -> None:
    given = case["input"]
    rows = [
        StandingRow(
            row["entry"], mark_from_text(row["total"]), {k: Decimal(v) for k, v in row["values"].items()}
        )
        for row in given["rows"]
    ]
    standings = rank(
        rows, [tie_key_from_json(key) for key in given["keys"]], last_rule_from_text(given["last"])
    )
    assert {
        "placements": [
            {"entry": p.entry, "rank": p.rank, "decided_by": p.decided_by, "shared": p.shared}
            for p in standings.placements
        ],
        "apart": [[apart.entry, apart.reason.value] for apart in standings.apart],
        "unresolved": [list(group) for group in standings.unresolved],
    } == case["expected"]


@golden("awards")
def test_awards(case: Case) -> None:
    given = case["input"]
    marks = {entry: mark_from_text(total) for entry, total in given["totals"].items()}
    rows = [
        StandingRow(entry, mark, {} if isinstance(mark, Special) else {TOTAL.name: mark})
        for entry, mark in marks.items()
    ]
    awards = give_awards(
        rank(rows, [TOTAL], LastRule.SHARED), [award_rule_from_json(rule) for rule in given["rules"]]
    )
    assert [[award.entry, award.rule.label] for award in awards] == case["expected"]
