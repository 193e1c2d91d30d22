"""Mutual evaluation (互评): every visiting delegation scores every site but its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from scoring.aggregation import Aggregation, PanelRule, aggregate, aggregate_numbers
from scoring.errors import invalid_mark
from scoring.explanation import Explanation
from scoring.rounding import round_half_up
from scoring.standings import StandingRow, Standings, rank
from scoring.ties import TOTAL, LastRule, LastRuleLike
from scoring.values import Mark, NotMarked, Special, mark_to_text


@dataclass(frozen=True, slots=True)
class Site:
    """`delegation` is the site's own, which does not score it."""

    code: str
    category: str
    delegation: str


@dataclass(frozen=True, slots=True)
class SiteResult:
    """`value` at two decimals; NotMarked while fewer than needed have scored. `missing` delegations in order."""

    site: Site
    value: Mark
    provisional: Decimal | None
    scored: int
    missing: tuple[str, ...]

    def explain(self, scores: Mapping[str, Mapping[str, Decimal]]) -> Explanation:
        """One step for each delegation that scored the site."""
        given = (
            (who, of_one[self.site.code])
            for who, of_one in sorted(scores.items())
            if self.site.code in of_one
        )
        steps = tuple(
            Explanation("delegation", "score", mark_to_text(mark), {"delegation": who}) for who, mark in given
        )
        inputs = {"site": self.site.code, "category": self.site.category, "missing": ", ".join(self.missing)}
        return Explanation("site", "mutual", mark_to_text(self.value), inputs, steps)


def site_results(
    sites: Sequence[Site],
    delegations: Sequence[str],
    scores: Mapping[str, Mapping[str, Decimal]],
    how: PanelRule = Aggregation.TRIMMED_MEAN,
    least: int | None = None,
) -> tuple[SiteResult, ...]:
    """`scores[delegation][site]`. With `least`, so many scores settle a site; without, all must be in.

    Raises InvalidMark own_site_scored, site_unknown, delegation_unknown.
    """
    _check(sites, delegations, scores)
    return tuple(_result(site, delegations, scores, how, least) for site in sites)


def category_standings(
    results: Sequence[SiteResult], last: LastRuleLike = LastRule.SHARED
) -> dict[str, Standings]:
    """Sites are compared within their category only."""
    categories = dict.fromkeys(result.site.category for result in results)
    return {
        category: rank(
            [_row(result) for result in results if result.site.category == category], [TOTAL], last
        )
        for category in categories
    }


def _check(
    sites: Sequence[Site], delegations: Sequence[str], scores: Mapping[str, Mapping[str, Decimal]]
) -> None:
    by_code = {site.code: site for site in sites}
    for delegation, given in scores.items():
        if delegation not in delegations:
            raise invalid_mark("delegation_unknown", delegation=delegation)
        for code in given:
            if code not in by_code:
                raise invalid_mark("site_unknown", site=code, delegation=delegation)
            if by_code[code].delegation == delegation:
                raise invalid_mark("own_site_scored", site=code, delegation=delegation)


def _result(
    site: Site,
    delegations: Sequence[str],
    scores: Mapping[str, Mapping[str, Decimal]],
    how: PanelRule,
    least: int | None,
) -> SiteResult:
    voters = [delegation for delegation in delegations if delegation != site.delegation]
    marks: list[Mark] = [scores.get(voter, {}).get(site.code, NotMarked) for voter in voters]
    numbers = [mark for mark in marks if not isinstance(mark, Special)]
    missing = tuple(voter for voter, mark in zip(voters, marks, strict=True) if mark is NotMarked)
    if least is not None and numbers and len(numbers) >= least:
        settled = round_half_up(aggregate_numbers(numbers, how))
        return SiteResult(site, settled, settled, len(numbers), missing)
    panel = aggregate(marks, how)
    value = panel.value if isinstance(panel.value, Special) else round_half_up(panel.value)
    provisional = None if panel.provisional is None else round_half_up(panel.provisional)
    return SiteResult(site, value, provisional, len(numbers), missing)


def _row(result: SiteResult) -> StandingRow:
    values = {} if isinstance(result.value, Special) else {TOTAL.name: result.value}
    return StandingRow(result.site.code, result.value, values)
