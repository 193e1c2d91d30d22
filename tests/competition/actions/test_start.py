import pytest

from common.errors import Problem
from competition.actions.draw import draw_event
from competition.actions.entry import update_entry_state
from competition.actions.start import start_marking
from competition.models import Entry, EntryState, Event, EventState, ModuleScore, Sheet
from competition.queries.readiness import readiness
from tests.competition.setup_event import (
    Setup,
    an_event,
    bring_in,
    line,
    with_entries,
    with_panel,
    with_scheme,
)

pytestmark = pytest.mark.django_db


def ready(entries: int = 4, judges: int = 3) -> Setup:
    setup = with_panel(with_entries(with_scheme(an_event()), entries), judges)
    draw_event(actor=setup.actor, event_id=setup.event.id)
    return setup


def problems(setup: Setup) -> dict[str, list[str]]:
    found = readiness(Event.objects.get(id=setup.event.id))
    return {step.code: [problem.code for problem in step.problems] for step in found.steps}


def test_readiness_tells_everything_that_is_missing() -> None:
    setup = an_event()
    assert problems(setup) == {
        "scheme": ["weights_not_100"],
        "roster": ["no_entries"],
        "panels": ["no_chief_judge"],
        "draw": ["not_drawn"],
        "sheets": [],
    }
    with_scheme(setup)
    assert problems(setup)["scheme"] == []
    assert problems(setup)["panels"] == ["module_without_judges", "module_without_judges", "no_chief_judge"]
    bring_in(setup, [line(1), line(2, 理论成绩="")])
    assert problems(setup)["roster"] == ["theory_scores_missing"]
    bring_in(setup, [line(2, 理论成绩="缺考")])
    with_panel(setup)
    draw_event(actor=setup.actor, event_id=setup.event.id)
    assert readiness(Event.objects.get()).ready
    bring_in(setup, [line(3)])
    assert problems(setup)["draw"] == ["draw_outdated"]


def test_the_start_opens_a_sheet_for_each_scoring_judge_entry_and_module() -> None:
    setup = ready(entries=4, judges=3)
    withdrawn = Entry.objects.get(number="004")
    update_entry_state(actor=setup.actor, entry_id=withdrawn.id, state=EntryState.WITHDRAWN, reason="伤病")
    event = start_marking(actor=setup.actor, event_id=setup.event.id)
    assert (event.state, event.started_at is not None) == (EventState.MARKING, True)
    assert Sheet.objects.count() == 3 * 3 * 2
    assert not Sheet.objects.filter(judge__name="总裁判").exists()
    assert not Sheet.objects.filter(entry=withdrawn).exists()
    scores = ModuleScore.objects.filter(entry__number="001").order_by("module__code")
    assert [(row.module.code, row.expected, row.complete) for row in scores.select_related("module")] == [
        ("A", 15 * 3, False),
        ("B", 14 * 3, False),
        ("T", 0, True),
    ]


def test_what_is_missing_stops_the_start_and_is_told() -> None:
    setup = with_scheme(an_event())
    with pytest.raises(Problem) as caught:
        start_marking(actor=setup.actor, event_id=setup.event.id)
    assert caught.value.code == "event_not_ready"
    assert [problem["code"] for problem in caught.value.data["problems"]] == [
        "no_entries",
        "module_without_judges",
        "module_without_judges",
        "no_chief_judge",
        "not_drawn",
    ]
    assert Event.objects.get().state == EventState.SETUP
    assert Sheet.objects.count() == 0


def test_it_starts_once() -> None:
    setup = ready()
    start_marking(actor=setup.actor, event_id=setup.event.id)
    with pytest.raises(Problem) as caught:
        start_marking(actor=setup.actor, event_id=setup.event.id)
    assert caught.value.code == "event_started"


def test_after_the_start_the_roster_is_locked() -> None:
    setup = ready()
    start_marking(actor=setup.actor, event_id=setup.event.id)
    with pytest.raises(Problem) as caught:
        bring_in(setup, [line(9)])
    assert caught.value.code == "event_started"
    assert Entry.objects.count() == 4


def test_somebody_who_competes_after_all_gets_sheets() -> None:
    setup = ready()
    late = Entry.objects.get(number="003")
    update_entry_state(actor=setup.actor, entry_id=late.id, state=EntryState.ABSENT, reason="未到场")
    start_marking(actor=setup.actor, event_id=setup.event.id)
    assert late.sheets.count() == 0
    update_entry_state(actor=setup.actor, entry_id=late.id, state=EntryState.COMPETING)
    assert late.sheets.count() == 3 * 2
    update_entry_state(actor=setup.actor, entry_id=late.id, state=EntryState.ABSENT, reason="离场")
    update_entry_state(actor=setup.actor, entry_id=late.id, state=EntryState.COMPETING)
    assert late.sheets.count() == 3 * 2


def test_boards_and_console_are_told_after_the_commit(
    django_capture_on_commit_callbacks: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    setup = ready()
    told: list[str] = []
    monkeypatch.setattr("common.events._publish", lambda event: told.append(event.topic))
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        start_marking(actor=setup.actor, event_id=setup.event.id)
    assert sorted(told) == sorted(
        f"{topic}.{setup.event.id}" for topic in ("board.public", "board.internal", "progress")
    )
