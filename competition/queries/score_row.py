"""From the cells of a module to its score row."""

from collections.abc import Mapping
from decimal import Decimal

from competition.models import ModuleScore
from competition.queries.module_marks import ModuleCells
from competition.queries.scheme_core import SchemeCore
from scoring.results import ModuleResult
from scoring.values import Mark, NotMarked, Special


def marks_by_code(core: SchemeCore, cells: ModuleCells) -> Mapping[str, Mapping[str, Mark]]:
    marks: dict[str, dict[str, Mark]] = {}
    for (judge, aspect_id), standing in cells.cells.items():
        marks.setdefault(core.aspects[aspect_id].aspect.code, {})[judge] = standing.mark
    return marks


def fill_score(row: ModuleScore, result: ModuleResult) -> None:
    points = result.score.points
    """Without saving."""
    row.score = result.score.provisional if isinstance(points, Special) else points
    row.special = points.value if isinstance(points, Special) and points is not NotMarked else ""
    row.maximum = result.score.maximum
    row.complete = result.score.complete
    row.marked, row.expected = result.marked, result.expected
    row.criteria = {
        criterion.code: format(criterion.points, "f")
        for criterion in result.criteria
        if isinstance(criterion.points, Decimal)
    }
    row.findings = [
        {"code": found.code, "data": dict(found.data), "where": dict(found.where)}
        for found in result.findings
    ]
