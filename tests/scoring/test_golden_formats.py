"""Golden cases of contests that are not marked on sheets of aspects."""

from decimal import Decimal
from typing import Any

import pytest

from scoring.errors import ScoringError
from scoring.formats.bargaining import Played, Side, Team, bracket, next_round
from scoring.formats.grading import FocusPoint, UnitClass, grade
from scoring.formats.index_contest import index_points
from scoring.formats.mutual import Site, site_results
from scoring.formats.teaching import teaching_result
from scoring.values import mark_to_text
from tests.scoring.formats import decimals, index, optional, section
from tests.scoring.golden import golden

Case = dict[str, Any]


@golden("indices")
def test_indices(case: Case) -> None:
    result = index_points(index(case["input"]["index"]), Decimal(case["input"]["actual"]))
    assert [str(result.points), None if result.uncut is None else str(result.uncut)] == case["expected"]


@golden("bracket")
def test_bracket(case: Case) -> None:
    drawn = bracket(case["input"]["seeds"], case["input"]["winners"])
    assert [[[tie.code, tie.first, tie.second] for tie in ties] for ties in drawn.rounds] == case["expected"]


@golden("pairing")
def test_pairing(case: Case) -> None:
    given = case["input"]
    teams = [
        Team(name, Decimal(points), Side(side[0]) if side else None) for name, points, *side in given["teams"]
    ]
    played = [Played(*match) for match in given["played"]]
    if isinstance(case["expected"], str):
        with pytest.raises(ScoringError, match=case["expected"]):
            next_round(teams, played, given["had_free"])
        return
    pairing = next_round(teams, played, given["had_free"])
    matches = [[match.labour, match.employer] for match in pairing.matches]
    assert [matches, pairing.free] == case["expected"]


@golden("mutual")
def test_mutual(case: Case) -> None:
    given = case["input"]
    sites = [Site(*site) for site in given["sites"]]

    def results() -> list[list[Any]]:
        found = site_results(sites, given["delegations"], decimals(given["scores"]), least=given["least"])
        return [
            [
                result.site.code,
                mark_to_text(result.value),
                None if result.provisional is None else str(result.provisional),
                result.scored,
                list(result.missing),
            ]
            for result in found
        ]

    if isinstance(case["expected"], str):
        with pytest.raises(ScoringError, match=case["expected"]):
            results()
    else:
        assert results() == case["expected"]


@golden("grading")
def test_grading(case: Case) -> None:
    given = case["input"]
    focus_points = [FocusPoint(code, Decimal(full)) for code, full in given["focus_points"]]
    classes = [UnitClass(name, Decimal(least), optional(each)) for name, least, each in given["classes"]]
    if isinstance(case["expected"], str):
        with pytest.raises(ScoringError, match=case["expected"]):
            grade(focus_points, classes, decimals(given["points"]))
        return
    result = grade(focus_points, classes, decimals(given["points"]))
    assert [
        mark_to_text(result.total),
        result.unit_class.name if result.unit_class else None,
        list(result.held_back_by),
        list(result.missing),
    ] == case["expected"]


@golden("teaching")
def test_teaching(case: Case) -> None:
    given = case["input"]
    sections = [section(data) for data in given["sections"]]
    if isinstance(case["expected"], str):
        with pytest.raises(ScoringError, match=case["expected"]):
            teaching_result(sections, decimals(given["sheets"]), given["judges"], decimals(given["seconds"]))
        return
    result = teaching_result(sections, decimals(given["sheets"]), given["judges"], decimals(given["seconds"]))
    points = {part.code: mark_to_text(part.points) for part in result.sections}
    assert [mark_to_text(result.total), points] == case["expected"]
