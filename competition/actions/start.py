from uuid import UUID

from django.db import transaction

from common import audit, clock
from common.errors import problem
from competition.actions.event_access import event_before_start
from competition.actions.sheets import open_sheets
from competition.events import touch_boards
from competition.models import EntryState, Event, EventState
from competition.queries.readiness import readiness
from people.actor import Actor

NOT_READY = problem(
    "event_not_ready",
    409,
    "还有 {count} 项未完成，不能开始评分：{first}",
    "Marking cannot start, {count} things are not done: {first}",
)


@transaction.atomic
def start_marking(*, actor: Actor, event_id: UUID) -> Event:
    """Locks scheme, roster, panels and draw, and opens the sheets. Raises event_not_ready, event_started."""
    event = event_before_start(actor=actor, event_id=event_id)
    found = readiness(event)
    if not found.ready:
        problems = [problem for step in found.steps for problem in step.problems]
        raise NOT_READY(
            count=len(problems),
            first=problems[0].detail,
            problems=[{"code": one.code, "detail": one.detail, "data": one.data} for one in problems],
        )
    made = open_sheets(event, list(event.entries.filter(state=EntryState.COMPETING)))
    event.state, event.started_at = EventState.MARKING, clock.now()
    event.save(update_fields=["state", "started_at"])
    audit.record(
        actor=actor, action="event.start", subject="event", subject_id=event.id, data={"sheets": made}
    )
    touch_boards(event.id)
    return event
