"""The score row of one module of one entry, made again from its marks."""

from uuid import UUID

from common import clock
from competition.models import ModuleScore
from competition.queries.module_marks import ModuleCells
from competition.queries.scheme_core import SchemeCore
from competition.queries.score_row import fill_score, marks_by_code
from scoring.module import score_module


def locked_score(entry_id: UUID, module_id: UUID) -> ModuleScore:
    """The row, locked until the transaction ends; whoever changes marks of this module waits here."""
    row, _ = ModuleScore.objects.select_for_update().get_or_create(entry_id=entry_id, module_id=module_id)
    return row


def refresh_score(row: ModuleScore, core: SchemeCore, cells: ModuleCells) -> ModuleScore:
    """Write what `scoring` makes of the cells; one statement."""
    result = score_module(core.modules[row.module_id], marks_by_code(core, cells), cells.judges)
    fill_score(row, result)
    row.updated_at = clock.now()
    row.save()
    return row
