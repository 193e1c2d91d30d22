from decimal import Decimal

import pytest

from common.errors import Problem
from common.models import AuditEntry
from competition.actions.award import AwardInput, set_award_rules
from competition.models import AwardRule, Event, EventState
from competition.queries.awards import awards_from, rules_of
from competition.queries.standings import standings_for
from tests.competition.marking_event import Marking, marking_event

pytestmark = pytest.mark.django_db


def ranks(label: str, first: int | None, last: int | None, floor: Decimal | None = None) -> AwardInput:
    return AwardInput(label=label, kind="rank", from_rank=first, to_rank=last, floor=floor)


def share(label: str, percent: str) -> AwardInput:
    return AwardInput(label=label, kind="share", share=Decimal(percent))


@pytest.fixture
def marking() -> Marking:
    return marking_event(judges=1)


def set_rules(marking: Marking, rules: list[AwardInput]) -> None:
    set_award_rules(actor=marking.organiser_actor, event_id=marking.event.id, rules=rules)


def test_the_list_replaces_the_one_before_and_is_audited(marking: Marking) -> None:
    set_rules(marking, [ranks("金奖", 1, 1), ranks("银奖", 2, 3)])
    set_rules(marking, [ranks("一等奖", 1, 2), share("优胜奖", "50")])
    assert list(AwardRule.objects.values_list("position", "label", "kind")) == [
        (1, "一等奖", "rank"),
        (2, "优胜奖", "share"),
    ]
    assert AuditEntry.objects.filter(action="awards.set").count() == 2


BAD = [
    ([ranks("一等奖", 2, 3)], "award_gap"),
    ([ranks("一等奖", 1, 2), ranks("二等奖", 5, 6)], "award_gap"),
    ([ranks("一等奖", 1, 3), ranks("二等奖", 3, 6)], "award_overlap"),
    ([ranks("二等奖", 2, 3), ranks("一等奖", 1, 1)], "award_gap"),
    ([ranks("一等奖", 3, 1)], "award_ranks_out_of_order"),
    ([ranks("一等奖", 0, 1)], "award_ranks_out_of_order"),
    ([ranks("一等奖", 1, 10**9)], "award_ranks_out_of_order"),
    ([ranks("一等奖", 1, None)], "award_kind_mixed"),
    ([AwardInput("一等奖", "rank", share=Decimal(10), from_rank=1, to_rank=2)], "award_kind_mixed"),
    ([AwardInput("一等奖", "luck")], "award_kind_mixed"),
    ([share("一等奖", "0")], "award_share_not_rising"),
    ([share("一等奖", "100.01")], "award_share_not_rising"),
    ([share("一等奖", "NaN")], "award_share_not_rising"),
    ([share("一等奖", "Infinity")], "award_share_not_rising"),
    ([share("一等奖", "30"), share("二等奖", "20")], "award_share_not_rising"),
    ([ranks("一等奖", 1, 1), ranks("一等奖", 2, 2)], "award_label_repeats"),
    ([ranks("  ", 1, 1)], "award_label_missing"),
    ([ranks("一等奖", 1, 1, floor=Decimal(101))], "award_floor_out_of_range"),
    ([ranks("一等奖", 1, 1, floor=Decimal("NaN"))], "award_floor_out_of_range"),
    ([ranks(f"第{n}名", n, n) for n in range(1, 40)], "too_many_awards"),
]


@pytest.mark.parametrize(("rules", "code"), BAD)
def test_lists_with_gaps_overlaps_or_nonsense_are_refused(
    marking: Marking, rules: list[AwardInput], code: str
) -> None:
    set_rules(marking, [ranks("金奖", 1, 1)])
    with pytest.raises(Problem) as caught:
        set_rules(marking, rules)
    assert caught.value.code == code
    assert "{" not in caught.value.detail
    assert list(AwardRule.objects.values_list("label", flat=True)) == ["金奖"]


def test_prizes_go_by_rank_with_a_floor_and_then_by_share(marking: Marking) -> None:
    for entry, points in enumerate(("8", "5", "1")):
        marking.mark_all(entry, {"B1": points, "B2": "2", "B3": "3"})
    set_rules(
        marking, [ranks("一等奖", 1, 1), ranks("二等奖", 2, 2, floor=Decimal(80)), share("优胜奖", "67")]
    )
    given = awards_from(standings_for(marking.event).ranked, rules_of(marking.event))
    assert {str(entry): award.label for entry, award in given.items()} == {
        str(marking.entries[0].id): "一等奖",
        str(marking.entries[1].id): "优胜奖",
    }


def test_awards_are_frozen_with_the_results_and_belong_to_the_organiser(marking: Marking) -> None:
    for actor in (marking.judge(), marking.chief_actor):
        with pytest.raises(Problem, match="not_allowed"):
            set_award_rules(actor=actor, event_id=marking.event.id, rules=[])
    Event.objects.update(state=EventState.CONFIRMED)
    with pytest.raises(Problem, match="preview_required"):
        set_rules(marking, [])
