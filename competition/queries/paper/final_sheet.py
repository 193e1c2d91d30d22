from collections import Counter
from uuid import UUID

from competition.queries.paper.frame import OUT, paper
from competition.queries.paper.result_list import frozen_result, result_context
from competition.queries.result_access import event_with_results
from people.actor import Actor


def final_sheet(actor: Actor, event_id: UUID) -> bytes:
    """What chief judge and supervisor sign: work codes only, so that it can be signed before names are opened."""
    event = event_with_results(actor, event_id)
    result = frozen_result(event)
    states = Counter(row["state"] for row in result.content["rows"])
    counts = [("参赛 Competing", states["competing"]), *((label, states[key]) for key, label in OUT.items())]
    panels = event.panels.prefetch_related("members__user").order_by("id")
    judges = sorted({member.user.name for panel in panels for member in panel.members.all()})
    return paper(
        "final_sheet",
        event,
        counts=counts,
        judges=judges,
        keys=_tie_keys(result.content),
        **result_context(event, result),
    )


def _tie_keys(content: dict[str, object]) -> str:
    keys = content.get("tie_keys")
    return " → ".join(_tie_key(str(key)) for key in keys) if isinstance(keys, list) and keys else "总分 total"


def _tie_key(key: str) -> str:
    return "总分 total" if key == "total" else key.replace("module:", "模块 module ")
