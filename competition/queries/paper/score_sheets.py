from uuid import UUID

from django.db.models import Prefetch

from competition.domain.paper_rule import marking_lines
from competition.models import Aspect, Module, Panel
from competition.permissions import can_chief, can_organise
from competition.queries.panel import panel_detail
from competition.queries.paper.frame import paper
from people.actor import Actor
from people.permissions import require


def score_sheets(actor: Actor, panel_id: UUID) -> bytes:
    """One blank sheet for each scoring judge and module, for the day the network dies; copied as often as there
    are works. The work code is left open: names never stand on it.
    """
    panel = panel_detail(actor, panel_id)
    event = panel.event
    require(can_organise(actor, event.competition) or can_chief(actor, event))
    modules = [{"module": module, "criteria": _criteria(module)} for module in _modules(panel)]
    judges = [member.user.name for member in panel.members.all() if member.scores]
    sheets = [{"judge": judge, **module} for judge in judges or [""] for module in modules]
    return paper("score_sheets", event, panel=panel, sheets=sheets)


def _modules(panel: Panel) -> list[Module]:
    aspects = Prefetch("criteria__sub_criteria__aspects", queryset=Aspect.objects.order_by("position"))
    rows = panel.modules.order_by("position", "code")
    return list(rows.prefetch_related("criteria", "criteria__sub_criteria", aspects))


def _criteria(module: Module) -> list[dict[str, object]]:
    return [
        {
            "sub": sub,
            "aspects": [
                {"aspect": aspect, "lines": marking_lines(aspect.rule)} for aspect in sub.aspects.all()
            ],
        }
        for criterion in module.criteria.all()
        for sub in criterion.sub_criteria.all()
    ]
