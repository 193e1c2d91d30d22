"""Cells that still wait for a mark."""

from competition.models import Aspect, CurrentMark, Sheet
from scoring.aspects import COMPUTED_KINDS
from scoring.values import NotMarked


def missing_aspects(sheet: Sheet) -> list[dict[str, str]]:
    """The aspects of the sheet that a judge marks and has not, in the order of the sheet; one statement."""
    marked = CurrentMark.objects.filter(sheet=sheet).exclude(special=NotMarked.value)
    rows = (
        Aspect.objects.filter(module_id=sheet.module_id)
        .exclude(id__in=marked.values("aspect_id"))
        .exclude(rule__kind__in=COMPUTED_KINDS)
        .order_by("sub_criterion__criterion__position", "sub_criterion__position", "position")
        .values_list("id", "code", "description")
    )
    return [{"aspect_id": str(id_), "code": code, "description": text} for id_, code, text in rows]
