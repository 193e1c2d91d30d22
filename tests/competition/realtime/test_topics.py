"""Every action says which boards changed, and snapshot + difference is the present board."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from common import events
from common.events import TopicTouched
from common.realtime import State, apply, diff, topic_for
from competition.actions.award import AwardInput, set_award_rules
from competition.actions.result import confirm_results, publish_results
from competition.actions.sheet import reopen_sheet, sign_sheet
from competition.models import Sheet
from people.actor import Actor
from people.models import Role
from tests import factories
from tests.competition.marking_event import Marking, marking_event

pytestmark = pytest.mark.django_db
FULL = {"B1": "8", "B2": "2", "B3": "3"}


def names(event_id: UUID) -> list[str]:
    return [f"{prefix}.{event_id}" for prefix in ("board.public", "board.internal", "progress")]


def built(marking: Marking) -> dict[str, State]:
    found = {}
    for name in names(marking.event.id):
        topic, key = topic_for(name)
        found[name] = topic.build(key)
    return found


def mark(marking: Marking) -> None:
    marking.give("B1", "6")


def sign(marking: Marking) -> None:
    sheet = marking.sheet()
    sign_sheet(actor=marking.judge(), sheet_id=sheet.id, revision=sheet.revision)


def reopen(marking: Marking) -> None:
    reopen_sheet(actor=marking.chief_actor, sheet_id=marking.sheet().id, reason="复核")


def award(marking: Marking) -> None:
    rule = AwardInput(label="一等奖", kind="rank", from_rank=1, to_rank=1)
    set_award_rules(actor=marking.organiser_actor, event_id=marking.event.id, rules=[rule])


def confirm(marking: Marking) -> None:
    confirm_results(actor=marking.chief_actor, event_id=marking.event.id)


def publish(marking: Marking) -> None:
    publish_results(actor=marking.organiser_actor, event_id=marking.event.id)


def complete(marking: Marking) -> None:
    for entry in range(2):
        marking.mark_all(entry, FULL)


def signed(marking: Marking) -> None:
    complete(marking)
    marking.sign_all()


def confirmed(marking: Marking) -> None:
    signed(marking)
    confirm(marking)


ACTIONS: list[tuple[Callable[[Marking], None], Callable[[Marking], None]]] = [
    (complete, mark),
    (complete, sign),
    (signed, reopen),
    (confirmed, reopen),
    (signed, award),
    (signed, confirm),
    (confirmed, publish),
]


@pytest.mark.parametrize(("before", "action"), ACTIONS)
def test_what_an_action_changes_is_touched_and_the_difference_leads_there(
    before: Callable[[Marking], None],
    action: Callable[[Marking], None],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    marking = marking_event(entries=2, judges=2)
    before(marking)
    old, touched = built(marking), list[str]()
    handlers: dict[Any, Any] = events._handlers
    monkeypatch.setitem(handlers, TopicTouched, [lambda event: touched.append(event.topic)])
    with django_capture_on_commit_callbacks(execute=True):
        action(marking)
    new = built(marking)
    changed = {name for name in old if old[name] != new[name]}
    assert changed
    assert changed <= set(touched)
    assert {name: apply(old[name], diff(old[name], new[name])) for name in old} == new


def test_a_refused_mark_touches_nothing(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    marking = marking_event(entries=1, judges=1)
    with django_capture_on_commit_callbacks() as callbacks:
        marking.give("B1", "99")
    assert callbacks == []


def may(prefix: str, actor: Actor, event_id: UUID) -> bool:
    topic, key = topic_for(f"{prefix}.{event_id}")
    assert topic.may_subscribe is not None
    return topic.may_subscribe(actor, key)


def test_who_may_watch_the_boards_behind_the_curtain() -> None:
    marking = marking_event(entries=1, judges=1)
    elsewhere = marking_event(entries=1, judges=1)
    judging_organiser = factories.grant(
        factories.organiser(marking.organisation), Role.JUDGE, event_id=marking.event.id
    )
    answers = {
        who: [may(prefix, actor, marking.event.id) for prefix in ("board.internal", "progress")]
        for who, actor in {
            "organiser": marking.organiser_actor,
            "chief": marking.chief_actor,
            "judge": marking.judge(),
            "organiser who judges": factories.actor_for(judging_organiser),
            "other organiser": elsewhere.organiser_actor,
            "other chief": elsewhere.chief_actor,
        }.items()
    }
    assert answers == {
        "organiser": [True, True],
        "chief": [False, True],
        "judge": [False, False],
        "organiser who judges": [False, True],
        "other organiser": [False, False],
        "other chief": [False, False],
    }
    assert topic_for(f"board.public.{marking.event.id}")[0].public
    assert Sheet.objects.count() == 2
