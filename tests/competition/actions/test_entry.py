import pytest

from common.errors import Problem
from common.models import AuditEntry
from competition.actions.entry import update_entry_state
from competition.models import Entry, EntryState, Event, EventState
from tests import factories
from tests.competition.setup_event import Setup, an_event, with_entries

pytestmark = pytest.mark.django_db


def entry_of(setup: Setup) -> Entry:
    return Entry.objects.get(event=setup.event)


def test_a_state_is_kept_with_its_reason_and_audited() -> None:
    setup = with_entries(an_event(), 1)
    entry = entry_of(setup)
    update_entry_state(
        actor=setup.actor, entry_id=entry.id, state=EntryState.DISQUALIFIED, reason=" 使用手机 "
    )
    entry.refresh_from_db()
    assert (entry.state, entry.state_reason) == ("disqualified", "使用手机")
    told = AuditEntry.objects.get(action="entry.state").data
    assert told == {"state": ["competing", "disqualified"], "reason": "使用手机"}


def test_a_reason_is_needed() -> None:
    setup = with_entries(an_event(), 1)
    with pytest.raises(Problem) as caught:
        update_entry_state(
            actor=setup.actor, entry_id=entry_of(setup).id, state=EntryState.ABSENT, reason="  "
        )
    assert caught.value.code == "entry_reason_missing"
    assert entry_of(setup).state == EntryState.COMPETING


def test_the_chief_judge_may() -> None:
    setup = with_entries(an_event(), 1)
    chief = factories.actor_for(factories.chief_judge(setup.event.id))
    update_entry_state(actor=chief, entry_id=entry_of(setup).id, state=EntryState.ABSENT, reason="未到")
    assert entry_of(setup).state == EntryState.ABSENT


def test_a_judge_and_an_organiser_elsewhere_may_not() -> None:
    setup = with_entries(an_event(), 1)
    judge = factories.judge(setup.event.id)
    for account in (judge, factories.organiser(factories.organisation("另一工会"))):
        with pytest.raises(Problem) as caught:
            update_entry_state(
                actor=factories.actor_for(account),
                entry_id=entry_of(setup).id,
                state=EntryState.ABSENT,
                reason="未到",
            )
        assert caught.value.code == "not_allowed"
    assert entry_of(setup).state == EntryState.COMPETING


def test_confirmed_results_freeze_the_state() -> None:
    setup = with_entries(an_event(), 1)
    Event.objects.update(state=EventState.CONFIRMED)
    with pytest.raises(Problem) as caught:
        update_entry_state(
            actor=setup.actor, entry_id=entry_of(setup).id, state=EntryState.ABSENT, reason="未到"
        )
    assert caught.value.code == "preview_required"
