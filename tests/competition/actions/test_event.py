from datetime import date
from decimal import Decimal

import pytest

from common.errors import Problem
from common.models import AuditEntry
from competition.actions.competition import create_competition, update_competition
from competition.actions.event import create_event, update_event
from competition.models import BoardShows, Competition, CompetitionLevel, Event, EventState, Module
from tests import factories
from tests.competition.setup_event import an_event, bring_in, line

pytestmark = pytest.mark.django_db


def test_a_competition_is_made_by_an_organiser_above_it() -> None:
    city = factories.organisation()
    county = factories.organisation("示例区总工会", parent=city, level="county")
    made = create_competition(
        actor=factories.actor_for(factories.organiser(city)),
        organisation_id=county.id,
        name="示例竞赛",
        level=CompetitionLevel.COUNTY,
        starts_on=date(2026, 5, 1),
        ends_on=date(2026, 5, 1),
    )
    assert Competition.objects.get() == made
    with pytest.raises(Problem) as caught:
        create_competition(
            actor=factories.actor_for(factories.organiser(county)),
            organisation_id=city.id,
            name="示例竞赛",
            level=CompetitionLevel.CITY,
            starts_on=date(2026, 5, 1),
            ends_on=date(2026, 5, 1),
        )
    assert caught.value.code == "not_allowed"


def test_dates_stay_in_order() -> None:
    setup = an_event()
    competition = setup.event.competition
    with pytest.raises(Problem) as caught:
        update_competition(actor=setup.actor, competition_id=competition.id, ends_on=date(2000, 1, 1))
    assert caught.value.code == "dates_out_of_order"


def test_theory_comes_with_its_weight_and_goes_with_it() -> None:
    setup = an_event(theory_weight="30")
    theory = Module.objects.get(event=setup.event)
    assert (theory.code, theory.kind, theory.source) == ("T", "theory", "imported")
    assert (theory.weight, theory.max_score) == (Decimal("30.00"), Decimal("100.00"))
    update_event(actor=setup.actor, event_id=setup.event.id, theory_weight=Decimal(20))
    assert Module.objects.get(event=setup.event).weight == Decimal("20.00")
    update_event(actor=setup.actor, event_id=setup.event.id, theory_weight=Decimal(0))
    assert Module.objects.count() == 0


def test_theory_scores_are_not_thrown_away() -> None:
    setup = an_event()
    bring_in(setup, [line(1)])
    with pytest.raises(Problem) as caught:
        update_event(actor=setup.actor, event_id=setup.event.id, theory_weight=Decimal(0))
    assert caught.value.code == "theory_scores_exist"
    assert Event.objects.get().theory_weight == Decimal(30)


@pytest.mark.parametrize("weight", ["-1", "100"])
def test_theory_weighs_less_than_everything(weight: str) -> None:
    with pytest.raises(Problem) as caught:
        an_event(theory_weight=weight)
    assert caught.value.code == "theory_weight_out_of_range"
    assert Event.objects.count() == 0


def test_codes_are_unique_in_a_competition() -> None:
    setup = an_event()
    with pytest.raises(Problem) as caught:
        create_event(
            actor=setup.actor,
            competition_id=setup.event.competition_id,
            code="PV",
            name="另一赛项",
            occupation="焊工",
        )
    assert caught.value.code == "event_code_taken"


def test_after_the_start_only_the_board_may_change() -> None:
    setup = an_event()
    Event.objects.update(state=EventState.MARKING)
    update_event(actor=setup.actor, event_id=setup.event.id, board_shows=BoardShows.PROGRESS)
    assert Event.objects.get().board_shows == BoardShows.PROGRESS
    with pytest.raises(Problem) as caught:
        update_event(actor=setup.actor, event_id=setup.event.id, stations=3)
    assert caught.value.code == "event_started"


def test_the_audit_gets_before_and_after_and_nothing_when_nothing_changed() -> None:
    setup = an_event()
    update_event(actor=setup.actor, event_id=setup.event.id, stations=12, name="光伏硅片（示例）")
    assert AuditEntry.objects.get(action="event.update").data == {"stations": ["8", "12"]}
    update_event(actor=setup.actor, event_id=setup.event.id, stations=12)
    assert AuditEntry.objects.filter(action="event.update").count() == 1
