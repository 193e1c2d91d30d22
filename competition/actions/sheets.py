"""Opening the sheets: one for each scoring judge, entry and module, and the score row they add up in."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Count, Q

from competition.models import Entry, Event, Module, ModuleScore, ModuleSource, PanelMember, Sheet
from scoring.aspects import COMPUTED_KINDS

BATCH = 1_000


def scoring_judges(event: Event) -> dict[UUID, list[UUID]]:
    """User ids by module id, each judge once, in the order of the panel."""
    rows = (
        PanelMember.objects.filter(panel__event=event, scores=True, panel__modules__isnull=False)
        .order_by("panel_id", "position")
        .values_list("panel__modules", "user_id")
    )
    judges: dict[UUID, list[UUID]] = {}
    for module_id, user_id in rows:
        found = judges.setdefault(module_id, [])
        if user_id not in found:
            found.append(user_id)
    return judges


def open_sheets(event: Event, entries: Sequence[Entry]) -> int:
    """Makes what is missing for these entries; the number of sheets made. Inside the caller's transaction."""
    judges = scoring_judges(event)
    modules = list(
        Module.objects.filter(event=event, source=ModuleSource.SHEETS).annotate(
            to_mark=Count("aspects", filter=~Q(aspects__rule__kind__in=COMPUTED_KINDS))
        )
    )
    there = set(Sheet.objects.filter(entry__in=entries).values_list("entry_id", "module_id", "judge_id"))
    sheets = [
        Sheet(entry=entry, module=module, judge_id=judge)
        for module in modules
        for entry in entries
        for judge in judges.get(module.id, [])
        if (entry.id, module.id, judge) not in there
    ]
    scores = [
        ModuleScore(entry=entry, module=module, expected=module.to_mark * len(judges.get(module.id, [])))
        for module in modules
        for entry in entries
    ]
    Sheet.objects.bulk_create(sheets, batch_size=BATCH)
    ModuleScore.objects.bulk_create(scores, batch_size=BATCH, ignore_conflicts=True)
    return len(sheets)
