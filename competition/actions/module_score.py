"""The score row of one module of one entry, made again from its marks."""

from collections.abc import Mapping
from decimal import Decimal
from uuid import UUID

from common import clock
from competition.models import ModuleScore
from competition.queries.module_marks import ModuleCells
from competition.queries.scheme_core import SchemeCore
from scoring.module import score_module
from scoring.results import ModuleResult
from scoring.values import Mark, NotMarked, Special


def locked_score(entry_id: UUID, module_id: UUID) -> ModuleScore:
    """The row, locked until the transaction ends; whoever changes marks of this module waits here."""
    row, _ = ModuleScore.objects.select_for_update().get_or_create(entry_id=entry_id, module_id=module_id)
    return row


def refresh_score(row: ModuleScore, core: SchemeCore, cells: ModuleCells) -> ModuleScore:
    """Write what `scoring` makes of the cells; one statement."""
    result = score_module(core.modules[row.module_id], marks_by_code(core, cells), cells.judges)
    _fill(row, result)
    row.updated_at = clock.now()
    row.save()
    return row


def marks_by_code(core: SchemeCore, cells: ModuleCells) -> Mapping[str, Mapping[str, Mark]]:
    marks: dict[str, dict[str, Mark]] = {}
    for (judge, aspect_id), standing in cells.cells.items():
        marks.setdefault(core.aspects[aspect_id].aspect.code, {})[judge] = standing.mark
    return marks


def _fill(row: ModuleScore, result: ModuleResult) -> None:
    points = result.score.points
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
