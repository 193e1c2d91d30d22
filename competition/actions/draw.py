import hashlib
import secrets
from uuid import UUID

from django.db import transaction

from common import audit, clock
from common.errors import problem
from competition.actions.event_access import event_before_start
from competition.domain.draw import ALGORITHM, draw
from competition.events import touch_boards
from competition.models import Draw, Entry, EntryState, EventState
from people.actor import Actor

LONGEST_SEED = 40
SECRET_BYTES = 8
NOBODY_TO_DRAW = problem(
    "nobody_to_draw",
    409,
    "还没有参赛选手，请先导入名单再抽签。",
    "There are no entrants yet. Please import the roster before the draw.",
)
SEED_TOO_LONG = problem(
    "seed_too_long",
    422,
    "抽签种子最多 {limit} 个字。",
    "The seed has at most {limit} characters.",
)


@transaction.atomic
def draw_event(*, actor: Actor, event_id: UUID, seed: str = "", secret: str = "") -> Draw:
    """Draws, or draws again as long as marking has not begun; earlier draws stay on record.

    To the seed given in public comes a secret half, else whoever heard it could work out the work codes
    (docs/algorithms/draw.md). `secret` is for repeating a draw; nobody passes it in a contest.
    """
    event = event_before_start(actor=actor, event_id=event_id)
    if len(seed) > LONGEST_SEED:
        raise SEED_TOO_LONG(limit=LONGEST_SEED)
    entries = {entry.number: entry for entry in event.entries.filter(state=EntryState.COMPETING)}
    if not entries:
        raise NOBODY_TO_DRAW()
    full_seed = f"{seed.strip()}/{secret or secrets.token_hex(SECRET_BYTES)}"
    outcome = draw(list(entries), full_seed, event.stations)
    # emptied first, since codes change places within one unique column
    event.entries.update(start_order=None, station="", work_code="")
    for one in outcome:
        entry = entries[one.number]
        entry.start_order, entry.station, entry.work_code = one.start_order, one.station, one.work_code
    Entry.objects.bulk_update(entries.values(), ["start_order", "station", "work_code"], batch_size=500)
    drawn = Draw.objects.create(
        event=event,
        seed=full_seed,
        algorithm=ALGORITHM,
        numbers=sorted(entries),
        stations=event.stations,
        outcome=[
            {
                "number": one.number,
                "start_order": one.start_order,
                "station": one.station,
                "work_code": one.work_code,
            }
            for one in outcome
        ],
        drawn_at=clock.now(),
        drawn_by_id=actor.user_id,
    )
    event.state = EventState.READY
    event.save(update_fields=["state"])
    _record(actor, drawn, again=event.draws.count() > 1)
    touch_boards(event.id)
    return drawn


def _record(actor: Actor, drawn: Draw, *, again: bool) -> None:
    """The hash binds us to the seed; the seed itself would break blind marking if an auditor told it."""
    audit.record(
        actor=actor,
        action="event.redraw" if again else "event.draw",
        subject="event",
        subject_id=drawn.event_id,
        data={
            "draw": str(drawn.id),
            "seed_sha256": hashlib.sha256(drawn.seed.encode()).hexdigest(),
            "entries": len(drawn.numbers),
        },
    )
