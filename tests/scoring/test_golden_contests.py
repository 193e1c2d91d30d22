"""Golden cases of what is built on totals: teams, promotions, WorldSkills."""

from decimal import Decimal
from typing import Any

from scoring.promotions import give_promotions, promotion_rule_from_json
from scoring.standings import StandingRow, rank
from scoring.team import TeamMember, TeamRule, organisation_standings, team_results, team_standings
from scoring.ties import TOTAL, LastRule
from scoring.values import mark_from_text, mark_to_text
from scoring.worldskills.medals import give_medals
from scoring.worldskills.scale import ScaleStrategy, scaled
from tests.scoring.formats import decimals, optional
from tests.scoring.golden import golden

Case = dict[str, Any]


@golden("medals")
def test_medals(case: Case) -> None:
    winners = give_medals(decimals(case["input"]["points"]))
    assert [[winner.entry, winner.medal.value] for winner in winners] == case["expected"]


@golden("scale")
def test_scale(case: Case) -> None:
    given = case["input"]
    points = scaled(decimals(given["totals"]), ScaleStrategy(given["strategy"]))
    assert {entry: str(value) for entry, value in points.items()} == case["expected"]


@golden("teams")
def test_teams(case: Case) -> None:
    given = case["input"]
    members = [
        TeamMember(m["entry"], m["team"], mark_from_text(m["total"]), optional(m["seconds"]), m["event"])
        for m in given["members"]
    ]
    results = {
        result.team: result for result in team_results(members, TeamRule(given["best"], given["least"]))
    }
    standings = team_standings(results.values())
    ranks: dict[str, int | None] = {placement.entry: placement.rank for placement in standings.placements}
    ranks.update({apart.entry: None for apart in standings.apart})
    assert [
        [team, place, mark_to_text(results[team].total), list(results[team].counted)]
        for team, place in ranks.items()
    ] == case["expected"]


@golden("organisations")
def test_organisations(case: Case) -> None:
    standings = organisation_standings(case["input"]["prizes"], case["input"]["points"])
    assert [[p.entry, p.rank, str(p.total)] for p in standings.placements] == case["expected"]


@golden("promotions")
def test_promotions(case: Case) -> None:
    given = case["input"]
    rows = [StandingRow(entry, Decimal(t), {"total": Decimal(t)}) for entry, t in given["totals"].items()]
    promotions = give_promotions(
        rank(rows, [TOTAL], LastRule.SHARED),
        [promotion_rule_from_json(rule) for rule in given["rules"]],
        given["ladder"],
        given["held"],
    )
    assert [[p.entry, p.level, p.outcome.value] for p in promotions] == case["expected"]
