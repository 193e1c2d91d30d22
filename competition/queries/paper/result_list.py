from uuid import UUID

from common.errors import problem
from competition.models import Event, ResultSet
from competition.queries.paper.frame import OUT, named_event, paper
from competition.queries.result import latest_result
from people.actor import Actor

RESULTS_NOT_FROZEN = problem(
    "results_not_frozen",
    409,
    "成绩尚未由裁判长确认，确认后才能打印或导出。",
    "The chief judge has not confirmed the results; they can be printed and exported after that.",
)


def frozen_result(event: Event) -> ResultSet:
    """What stands as confirmed. Raises results_not_frozen."""
    result = latest_result(event)
    if result is None:
        raise RESULTS_NOT_FROZEN()
    return result


def result_list(actor: Actor, event_id: UUID) -> bytes:
    """The official list by name, with version and hash, to be signed and sealed."""
    event = named_event(actor, event_id)
    result = frozen_result(event)
    return paper("result_list", event, **result_context(event, result))


def result_context(event: Event, result: ResultSet) -> dict[str, object]:
    modules = list(event.modules.order_by("position", "code"))
    rows = [
        {
            **row,
            "points": [row["modules"].get(module.code) or "—" for module in modules],
            "out": OUT.get(row["state"], ""),
        }
        for row in result.content["rows"]
    ]
    return {"result": result, "modules": modules, "rows": rows, "state_en": result.state.capitalize()}
