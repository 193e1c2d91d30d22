import hashlib
import json

import pytest

from common.errors import Problem
from common.models import AuditEntry
from competition.actions.award import AwardInput, set_award_rules
from competition.actions.result import confirm_results, publish_results
from competition.models import Entry, Event, EventState, ModuleScore, ResultSet, Sheet
from people.models import Role
from tests import factories
from tests.competition.marking_event import Marking, marking_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def marking() -> Marking:
    """Three entries, marked and signed: 19, 16 and 12 of 21 points."""
    made = marking_event(judges=1)
    for entry, points in enumerate(("8", "5", "1")):
        made.mark_all(entry, {"B1": points, "B2": "2", "B3": "3"})
    made.sign_all()
    return made


def confirm(marking: Marking, *, accept_shared_ranks: bool = False) -> ResultSet:
    return confirm_results(
        actor=marking.chief_actor, event_id=marking.event.id, accept_shared_ranks=accept_shared_ranks
    )


def problem_of_confirming(marking: Marking) -> Problem:
    with pytest.raises(Problem) as caught:
        confirm(marking)
    assert Event.objects.get(id=marking.event.id).state == EventState.MARKING
    assert ResultSet.objects.count() == 0
    return caught.value


def test_confirming_freezes_ranks_totals_names_and_awards(marking: Marking) -> None:
    first = AwardInput(label="一等奖", label_en="First prize", kind="rank", from_rank=1, to_rank=1)
    set_award_rules(actor=marking.organiser_actor, event_id=marking.event.id, rules=[first])
    result = confirm(marking)
    assert Event.objects.get().state == EventState.CONFIRMED
    rows = result.content["rows"]
    assert [(row["rank"], row["work_code"], row["total"], row["award"]) for row in rows] == [
        (1, "W101", "90.48", "一等奖"),
        (2, "W102", "76.19", None),
        (3, "W103", "57.14", None),
    ]
    assert rows[0] == {
        "entry_id": str(marking.entries[0].id),
        "number": "N501",
        "work_code": "W101",
        "name": "陈一鸣",
        "name_en": "",
        "delegation": "示例代表队1",
        "delegation_en": "",
        "rank": 1,
        "total": "90.48",
        "modules": {"B": "90.48"},
        "state": "competing",
        "marked": 3,
        "expected": 3,
        "award": "一等奖",
        "award_en": "First prize",
    }


def test_anybody_can_compute_the_hash_again(marking: Marking) -> None:
    result = confirm(marking)
    stored = ResultSet.objects.get(id=result.id)
    text = json.dumps(stored.content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert stored.content_hash == hashlib.sha256(text.encode()).hexdigest()
    assert AuditEntry.objects.get(action="results.confirm").data["content_hash"] == stored.content_hash


def test_no_identity_number_is_frozen(marking: Marking) -> None:
    text = json.dumps(confirm(marking).content)
    for entry in Entry.objects.select_related("person"):
        assert entry.person.identity_number not in text
        assert entry.person.identity_masked not in text


def test_open_sheets_are_listed(marking: Marking) -> None:
    sheet = marking.sheet(1)
    Sheet.objects.filter(id=sheet.id).update(state="open")
    problem = problem_of_confirming(marking)
    assert (problem.code, problem.data) == (
        "sheets_unsigned",
        {
            "count": 1,
            "sheets": [
                {"sheet_id": str(sheet.id), "entry_code": "W102", "module": "B", "judge": "示例裁判员"}
            ],
        },
    )


def test_sheets_of_those_who_do_not_compete_need_no_signature(marking: Marking) -> None:
    Sheet.objects.filter(entry=marking.entries[2]).update(state="open")
    Entry.objects.filter(id=marking.entries[2].id).update(state="disqualified")
    rows = confirm(marking).content["rows"]
    assert [(row["work_code"], row["rank"], row["total"], row["state"]) for row in rows] == [
        ("W101", 1, "90.48", "competing"),
        ("W102", 2, "76.19", "competing"),
        ("W103", None, None, "disqualified"),
    ]


def test_a_missing_theory_score_stands_in_the_way() -> None:
    marking = marking_event(entries=2, judges=1, theory=True)
    for entry in range(2):
        marking.mark_all(entry, {"B1": "8", "B2": "2", "B3": "3"})
    marking.sign_all()
    ModuleScore.objects.filter(module=marking.modules["A"], entry=marking.entries[1]).delete()
    problem = problem_of_confirming(marking)
    assert (problem.code, problem.data) == ("results_incomplete", {"count": 1, "entry_codes": ["W102"]})


def test_equal_entries_share_a_rank_unless_the_rules_leave_it_to_the_chief_judge(marking: Marking) -> None:
    Sheet.objects.update(state="open")
    marking.mark_all(1, {"B1": "8", "B2": "2", "B3": "3"})
    marking.sign_all()
    Event.objects.update(tie_keys=["total", "unresolved"])
    problem = problem_of_confirming(marking)
    assert (problem.code, problem.data) == (
        "ties_unresolved",
        {"count": 1, "ties": [{"rank": 1, "entry_codes": ["W101", "W102"]}]},
    )
    result = confirm(marking, accept_shared_ranks=True)
    assert [row["rank"] for row in result.content["rows"]] == [1, 1, 3]
    assert result.content["shared_ranks_accepted"] is True


def test_only_the_chief_judge_of_the_event_confirms(marking: Marking) -> None:
    elsewhere = marking_event()
    for actor in (marking.judge(), marking.organiser_actor, elsewhere.chief_actor):
        with pytest.raises(Problem, match="not_allowed"):
            confirm_results(actor=actor, event_id=marking.event.id)
    assert ResultSet.objects.count() == 0


def test_confirming_twice_is_refused(marking: Marking) -> None:
    confirm(marking)
    with pytest.raises(Problem, match="event_not_marking"):
        confirm(marking)
    assert ResultSet.objects.count() == 1


def test_an_organiser_publishes_what_another_person_confirmed(marking: Marking) -> None:
    confirm(marking)
    result = publish_results(actor=marking.organiser_actor, event_id=marking.event.id)
    assert (result.state, result.published_by_id) == ("official", marking.organiser.id)
    assert (result.official_at, result.provisional_until) == (result.published_at, None)
    assert Event.objects.get().state == EventState.PUBLISHED
    with pytest.raises(Problem, match="results_not_confirmed"):
        publish_results(actor=marking.organiser_actor, event_id=marking.event.id)


def test_one_person_does_not_do_both(marking: Marking) -> None:
    factories.grant(marking.chief, Role.ORGANISER, over=marking.organisation)
    confirm(marking)
    with pytest.raises(Problem, match="second_person_required"):
        publish_results(actor=factories.actor_for(marking.chief), event_id=marking.event.id)
    assert Event.objects.get().state == EventState.CONFIRMED


def test_nothing_is_published_before_it_is_confirmed_nor_by_others(marking: Marking) -> None:
    with pytest.raises(Problem, match="results_not_confirmed"):
        publish_results(actor=marking.organiser_actor, event_id=marking.event.id)
    confirm(marking)
    stranger = factories.organiser(factories.organisation("示例邻市总工会"))
    for actor in (marking.judge(), marking.chief_actor, factories.actor_for(stranger)):
        with pytest.raises(Problem, match="not_allowed"):
            publish_results(actor=actor, event_id=marking.event.id)
    assert Event.objects.get(id=marking.event.id).state == EventState.CONFIRMED
