import hashlib
import secrets
from dataclasses import asdict
from uuid import UUID

from django.db import transaction

from common import audit, clock
from common.errors import problem
from competition.actions.event_access import event_before_start
from competition.domain.draw import ALGORITHM, Drawn, draw
from competition.events import touch_boards
from competition.models import Draw, Entry, EntryState, Event, EventState, SeedCommitment
from competition.queries.draw import standing_commitment
from people.actor import Actor

LONGEST_SEED = 40
# Its fingerprint is public while the codes are secret: nobody may find it by trying. 22 digits leave room for the text.
SECRET_BYTES = 11
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
SEED_FIXED = problem(
    "seed_fixed",
    409,
    "种子的保密部分已经固定并公布指纹，抽签前不能更换。",
    "The secret half of the seed is fixed and its fingerprint public; it cannot be exchanged before the draw.",
)


@transaction.atomic
def commit_seed(*, actor: Actor, event_id: UUID) -> SeedCommitment:
    """Fixes the secret half of the next draw's seed and publishes its SHA-256; nobody gets to see the secret.

    What the hall adds afterwards then decides, and whoever runs the machine cannot. Raises seed_fixed.
    """
    event = event_before_start(actor=actor, event_id=event_id)
    if standing_commitment(event):
        raise SEED_FIXED()
    secret = secrets.token_hex(SECRET_BYTES)
    made = SeedCommitment.objects.create(
        event=event, secret=secret, sha256=_sha256(secret), made_at=clock.now(), made_by_id=actor.user_id
    )
    data = {"commitment": str(made.id), "secret_sha256": made.sha256}
    audit.record(actor=actor, action="event.commit_seed", subject="event", subject_id=event.id, data=data)
    return made


@transaction.atomic
def draw_event(*, actor: Actor, event_id: UUID, seed: str = "", secret: str = "") -> Draw:
    """Draws, or draws again as long as marking has not begun; earlier draws stay on record.

    To the seed given in public comes a secret half, else whoever heard it could work out the work codes
    (docs/algorithms/draw.md): the one fixed before, else a fresh one. `secret` is for repeating a draw; nobody
    passes it in a contest.
    """
    event = event_before_start(actor=actor, event_id=event_id)
    if len(seed) > LONGEST_SEED:
        raise SEED_TOO_LONG(limit=LONGEST_SEED)
    entries = {entry.number: entry for entry in event.entries.filter(state=EntryState.COMPETING)}
    if not entries:
        raise NOBODY_TO_DRAW()
    commitment = None if secret else standing_commitment(event)
    half = commitment.secret if commitment else secret or secrets.token_hex(SECRET_BYTES)
    outcome = draw(list(entries), full_seed := f"{seed.strip()}/{half}", event.stations)
    _place(event, entries, outcome)
    drawn = Draw.objects.create(
        event=event,
        seed=full_seed,
        seed_sha256=_sha256(full_seed),
        commitment=commitment,
        algorithm=ALGORITHM,
        numbers=sorted(entries),
        stations=event.stations,
        outcome=[asdict(one) for one in outcome],
        drawn_at=clock.now(),
        drawn_by_id=actor.user_id,
    )
    event.state = EventState.READY
    event.save(update_fields=["state"])
    _record(actor, drawn, again=event.draws.count() > 1)
    touch_boards(event.id)
    return drawn


def _place(event: Event, entries: dict[str, Entry], outcome: list[Drawn]) -> None:
    # emptied first, since codes change places within one unique column
    event.entries.update(start_order=None, station="", work_code="")
    for one in outcome:
        entry = entries[one.number]
        entry.start_order, entry.station, entry.work_code = one.start_order, one.station, one.work_code
    Entry.objects.bulk_update(entries.values(), ["start_order", "station", "work_code"], batch_size=500)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _record(actor: Actor, drawn: Draw, *, again: bool) -> None:
    """The hash binds us to the seed; the seed itself would break blind marking if an auditor told it."""
    audit.record(
        actor=actor,
        action="event.redraw" if again else "event.draw",
        subject="event",
        subject_id=drawn.event_id,
        data={
            "draw": str(drawn.id),
            "seed_sha256": drawn.seed_sha256,
            "fixed_before": drawn.commitment_id is not None,
            "entries": len(drawn.numbers),
        },
    )
