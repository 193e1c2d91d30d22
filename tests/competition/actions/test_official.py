from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from common import clock
from common.errors import Problem
from common.models import AuditEntry
from competition.actions.award import AwardInput, set_award_rules
from competition.actions.official import make_results_official
from competition.actions.result import confirm_results, publish_results
from competition.actions.result_settings import update_result_settings
from competition.actions.sheet import reopen_sheet
from competition.models import Event, EventState, ResultSet, ResultState
from competition.queries.preview import preview
from tests import factories
from tests.competition.marking_event import Marking, marking_event

pytestmark = pytest.mark.django_db
SUNDAY = datetime(2026, 11, 22, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture
def marking(monkeypatch: pytest.MonkeyPatch) -> Marking:
    made = marking_event(judges=1)
    for entry, points in enumerate(("8", "5", "1")):
        made.mark_all(entry, {"B1": points, "B2": "2", "B3": "3"})
    made.sign_all()
    at(monkeypatch, SUNDAY)
    return made


def at(monkeypatch: pytest.MonkeyPatch, time: datetime) -> None:
    monkeypatch.setattr(clock, "now", lambda: time)


def publish(marking: Marking) -> ResultSet:
    confirm_results(
        actor=marking.chief_actor, event_id=marking.event.id, seen=preview(marking.event).fingerprint
    )
    return publish_results(actor=marking.organiser_actor, event_id=marking.event.id)


def provisional(marking: Marking, days: int = 5) -> ResultSet:
    update_result_settings(actor=marking.organiser_actor, event_id=marking.event.id, publicity_days=days)
    return publish(marking)


def official(marking: Marking) -> ResultSet:
    return make_results_official(actor=marking.organiser_actor, event_id=marking.event.id)


def test_with_a_period_of_publicity_results_are_provisional_to_its_last_midnight(marking: Marking) -> None:
    result = provisional(marking)
    assert (result.state, result.official_at) == (ResultState.PROVISIONAL, None)
    assert result.provisional_until == datetime(2026, 11, 28, 0, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
    assert Event.objects.get().state == EventState.PUBLISHED


def test_an_organiser_makes_them_official_after_the_period(
    marking: Marking, monkeypatch: pytest.MonkeyPatch
) -> None:
    until = provisional(marking).provisional_until
    assert until is not None
    at(monkeypatch, until - timedelta(seconds=1))
    with pytest.raises(Problem) as caught:
        official(marking)
    assert (caught.value.code, caught.value.data["until"]) == (
        "publicity_running",
        "2026-11-28 00:00",
    )
    at(monkeypatch, until)
    result = official(marking)
    assert (result.state, result.official_at, result.official_by_id) == (
        ResultState.OFFICIAL,
        until,
        marking.organiser.id,
    )
    assert AuditEntry.objects.get(action="results.official").data["version"] == 1
    with pytest.raises(Problem, match="results_not_provisional"):
        official(marking)


def test_nobody_else_makes_them_official(marking: Marking, monkeypatch: pytest.MonkeyPatch) -> None:
    provisional(marking)
    at(monkeypatch, SUNDAY + timedelta(days=60))
    stranger = factories.organiser(factories.organisation("示例邻市总工会"))
    for actor in (marking.chief_actor, marking.judge(), factories.actor_for(stranger)):
        with pytest.raises(Problem, match="not_allowed"):
            make_results_official(actor=actor, event_id=marking.event.id)
    assert ResultSet.objects.get().state == ResultState.PROVISIONAL


def test_a_running_period_keeps_its_end_when_the_setting_changes(marking: Marking) -> None:
    until = provisional(marking).provisional_until
    update_result_settings(actor=marking.organiser_actor, event_id=marking.event.id, publicity_days=1)
    assert ResultSet.objects.get().provisional_until == until
    assert AuditEntry.objects.filter(action="results.settings").last().data == {  # type: ignore[union-attr]
        "publicity_days": ["5", "1"]
    }


def test_an_amended_version_stands_beside_the_first(marking: Marking) -> None:
    publish(marking)
    reopen_sheet(actor=marking.chief_actor, sheet_id=marking.sheet(1).id, reason="申诉成立")
    marking.give("B1", "10", entry=1)
    marking.sign_all()
    second = publish(marking)
    assert [
        (row.version, row.state, row.content["rows"][0]["total"])
        for row in ResultSet.objects.order_by("version")
    ] == [
        (1, "official", "90.48"),
        (2, "official", "100.00"),
    ]
    assert second.content["rows"][0]["work_code"] == "W102"


def test_settings_are_the_organisers(marking: Marking) -> None:
    with pytest.raises(Problem, match="not_allowed"):
        update_result_settings(actor=marking.chief_actor, event_id=marking.event.id, publicity_days=1)
    set_award_rules(
        actor=marking.organiser_actor,
        event_id=marking.event.id,
        rules=[AwardInput(label="一等奖", kind="rank", from_rank=1, to_rank=1)],
    )
    assert publish(marking).state == ResultState.OFFICIAL
