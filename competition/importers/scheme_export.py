"""The scheme as the CIS sheet it came from: importing the export again gives the same scheme."""

from collections.abc import Iterator
from uuid import UUID

from common.spreadsheets import workbook
from competition.importers.scheme_columns import COLUMNS, SHEET_NAME
from competition.models import Aspect, Module, ModuleSource
from competition.queries.scheme import scheme_tree
from people.actor import Actor

WIDTHS = (10, 24, 8, 10, 44, 8, 44, 26, 10, 10, 8)
FIELDS = [column.name for column in COLUMNS]


def export_scheme(*, actor: Actor, event_id: UUID) -> bytes:
    """Raises not_found."""
    heading = [column.label.en for column in COLUMNS]
    modules = [module for module in scheme_tree(actor, event_id) if module.source == ModuleSource.SHEETS]
    rows = [row for module in modules for row in _module(module)]
    return workbook([heading, *rows], sheet=SHEET_NAME, widths=WIDTHS)


def _row(**cells: str) -> list[str]:
    return [cells.get(field, "") for field in FIELDS]


def _module(module: Module) -> Iterator[list[str]]:
    yield _row(sub_criterion_id=module.code, sub_criterion_name=module.name)
    for criterion in module.criteria.all():
        for sub in criterion.sub_criteria.all():
            yield _row(sub_criterion_id=sub.code, sub_criterion_name=sub.name, day=sub.day)
            for aspect in sub.aspects.all():
                yield from _aspect(aspect)


def _aspect(aspect: Aspect) -> Iterator[list[str]]:
    judged = aspect.rule["kind"] == "judgement"
    yield _row(
        aspect_type="J" if judged else "M",
        description=aspect.description,
        extra=aspect.extra,
        requirement=aspect.requirement,
        wsss_section=aspect.wsss_section,
        max_mark=format(aspect.max_mark.normalize(), "f"),
    )
    for score, text in enumerate(aspect.rule.get("benchmarks", ()) if judged else ()):
        yield _row(judgement_score=str(score), extra=text)
