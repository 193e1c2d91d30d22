import hashlib

import pytest

from common.errors import Problem
from common.models import AuditEntry
from competition.actions.draw import commit_seed, draw_event
from competition.actions.entry import update_entry_state
from competition.domain.draw import draw
from competition.models import Draw, Entry, EntryState, Event, EventState
from tests.competition.setup_event import Setup, an_event, with_entries

pytestmark = pytest.mark.django_db


def drawn(setup: Setup) -> list[tuple[str, int | None, str, str]]:
    rows = Entry.objects.filter(event=setup.event).order_by("number")
    return list(rows.values_list("number", "start_order", "station", "work_code"))


def test_entries_get_what_anybody_can_compute_from_the_record() -> None:
    setup = with_entries(an_event(), 12)
    made = draw_event(actor=setup.actor, event_id=setup.event.id, seed="骰子 4 6 1")
    repeated = draw(made.numbers, made.seed, made.stations)
    assert drawn(setup) == sorted(
        (one.number, one.start_order, one.station, one.work_code) for one in repeated
    )
    assert made.algorithm == "jiangxin-draw-1"
    assert Event.objects.get().state == EventState.READY


def test_what_was_said_in_public_is_only_half_of_the_seed() -> None:
    setup = with_entries(an_event(), 2)
    seeds = [draw_event(actor=setup.actor, event_id=setup.event.id, seed="骰子").seed for _ in range(2)]
    assert [seed.split("/")[0] for seed in seeds] == ["骰子", "骰子"]
    assert seeds[0] != seeds[1]
    assert len(seeds[0].split("/")[1]) == 22


def test_the_audit_is_bound_to_the_seed_without_telling_it() -> None:
    setup = with_entries(an_event(), 2)
    made = draw_event(actor=setup.actor, event_id=setup.event.id)
    entry = AuditEntry.objects.get(action="event.draw")
    assert entry.data["seed_sha256"] == hashlib.sha256(made.seed.encode()).hexdigest()
    assert made.seed not in str(entry.data)


def test_a_secret_fixed_before_is_the_one_that_is_drawn_with() -> None:
    setup = with_entries(an_event(), 3)
    fixed = commit_seed(actor=setup.actor, event_id=setup.event.id)
    made = draw_event(actor=setup.actor, event_id=setup.event.id, seed="骰子 4")
    assert (made.commitment, made.seed) == (fixed, f"骰子 4/{fixed.secret}")
    assert AuditEntry.objects.get(action="event.commit_seed").data == {
        "commitment": str(fixed.id),
        "secret_sha256": hashlib.sha256(fixed.secret.encode()).hexdigest(),
    }
    assert AuditEntry.objects.get(action="event.draw").data["fixed_before"] is True


def test_what_is_fixed_serves_one_draw_and_cannot_be_exchanged() -> None:
    setup = with_entries(an_event(), 3)
    commit_seed(actor=setup.actor, event_id=setup.event.id)
    with pytest.raises(Problem) as caught:
        commit_seed(actor=setup.actor, event_id=setup.event.id)
    assert caught.value.code == "seed_fixed"
    draw_event(actor=setup.actor, event_id=setup.event.id)
    again = draw_event(actor=setup.actor, event_id=setup.event.id)
    assert again.commitment is None
    second = commit_seed(actor=setup.actor, event_id=setup.event.id)
    assert draw_event(actor=setup.actor, event_id=setup.event.id).commitment == second


def test_drawing_again_keeps_the_first_draw_on_record() -> None:
    setup = with_entries(an_event(), 5)
    first = draw_event(actor=setup.actor, event_id=setup.event.id)
    second = draw_event(actor=setup.actor, event_id=setup.event.id)
    assert list(Draw.objects.order_by("drawn_at").values_list("id", flat=True)) == [first.id, second.id]
    assert {row["work_code"] for row in second.outcome} == {code for *_, code in drawn(setup)}
    assert AuditEntry.objects.filter(action="event.redraw").count() == 1


def test_only_those_who_compete_are_drawn() -> None:
    setup = with_entries(an_event(), 3)
    absent = Entry.objects.get(number="002")
    draw_event(actor=setup.actor, event_id=setup.event.id)
    update_entry_state(actor=setup.actor, entry_id=absent.id, state=EntryState.WITHDRAWN, reason="伤病")
    made = draw_event(actor=setup.actor, event_id=setup.event.id)
    assert made.numbers == ["001", "003"]
    assert drawn(setup)[1] == ("002", None, "", "")


@pytest.mark.parametrize(
    ("count", "seed", "code"), [(0, "", "nobody_to_draw"), (1, "x" * 41, "seed_too_long")]
)
def test_draws_that_cannot_be(count: int, seed: str, code: str) -> None:
    setup = with_entries(an_event(), count) if count else an_event()
    with pytest.raises(Problem) as caught:
        draw_event(actor=setup.actor, event_id=setup.event.id, seed=seed)
    assert caught.value.code == code
    assert Draw.objects.count() == 0


def test_no_draw_after_the_start() -> None:
    setup = with_entries(an_event(), 1)
    Event.objects.update(state=EventState.MARKING)
    with pytest.raises(Problem) as caught:
        draw_event(actor=setup.actor, event_id=setup.event.id)
    assert caught.value.code == "event_started"
