"""Provisional results become official when their period of publicity is over."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from common import audit, clock
from common.errors import NOT_ALLOWED, problem
from common.events import publish_on_commit
from competition.actions.event_access import organised_event
from competition.events import ResultsMadeOfficial, touch_boards
from competition.models import ResultSet, ResultState
from competition.queries.result import latest_result
from people.actor import Actor

RESULTS_NOT_PROVISIONAL = problem(
    "results_not_provisional",
    409,
    "没有正在公示的成绩，请刷新查看。",
    "There are no provisional results to make official. Please reload.",
)
PUBLICITY_RUNNING = problem(
    "publicity_running",
    409,
    "公示期至 {until} 结束，期满后才能转为正式成绩。",
    "The results stand open to objection until {until}; they can become official after that.",
)


@transaction.atomic
def make_results_official(*, actor: Actor, event_id: UUID) -> ResultSet:
    """By an organiser. Raises not_found, not_allowed, results_not_provisional, publicity_running."""
    event = organised_event(actor=actor, event_id=event_id)
    if actor.user_id is None:  # a person answers for results, never a job
        raise NOT_ALLOWED()
    result = latest_result(event)
    if result is None or result.state != ResultState.PROVISIONAL or result.provisional_until is None:
        raise RESULTS_NOT_PROVISIONAL()
    now = clock.now()
    if now < result.provisional_until:
        until = timezone.localtime(result.provisional_until)
        raise PUBLICITY_RUNNING(until=f"{until:%Y-%m-%d %H:%M}")
    result.state, result.official_at, result.official_by_id = ResultState.OFFICIAL, now, actor.user_id
    result.save(update_fields=["state", "official_at", "official_by_id"])
    audit.record(
        actor=actor,
        action="results.official",
        subject="event",
        subject_id=event.id,
        data={"version": result.version, "content_hash": result.content_hash},
    )
    publish_on_commit(ResultsMadeOfficial(event_id=event.id, result_set_id=result.id))
    touch_boards(event.id)
    return result
