from uuid import UUID

import pytest
from pytest_django import DjangoAssertNumQueries

from common.errors import Problem
from people import permissions
from people.actor import SYSTEM, Actor
from people.models import Organisation, Role
from tests import factories as make

pytestmark = pytest.mark.django_db


def tree() -> tuple[Organisation, Organisation, Organisation, Organisation]:
    province = make.organisation("省", level="province")
    city = make.organisation("甲市", parent=province)
    works = make.organisation("甲厂", parent=city, level="enterprise")
    other_city = make.organisation("乙市", parent=province)
    return province, city, works, other_city


def names(rows: object) -> list[str]:
    return sorted(str(row) for row in rows)  # type: ignore[attr-defined]


def test_a_role_reaches_down_the_subtree_and_nowhere_else() -> None:
    province, city, works, other_city = tree()
    actor = make.actor_for(make.organiser(city))
    over = {o.name: permissions.has_role_over(actor, Role.ORGANISER, o) for o in tree_of(province)}
    assert over == {"省": False, "甲市": True, "甲厂": True, "乙市": False}
    assert names(permissions.organisations_for(actor, Role.ORGANISER)) == ["甲厂", "甲市"]
    assert names(permissions.organisations_for(actor, Role.ADMINISTRATOR)) == []
    assert [works.depth, other_city.depth] == [3, 2]


def tree_of(root: Organisation) -> list[Organisation]:
    return list(Organisation.objects.filter(path__startswith=root.path))


def test_has_role_over_asks_one_question(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    _, city, works, _ = tree()
    actor = make.actor_for(make.organiser(city))
    with django_assert_num_queries(1):
        assert permissions.has_role_over(actor, Role.ORGANISER, works)


def test_the_system_may_do_everything_but_an_anonymous_visitor_nothing() -> None:
    _, city, _, _ = tree()
    visitor = Actor(user=None, ip="192.0.2.7")
    assert permissions.has_role_over(SYSTEM, Role.ADMINISTRATOR, city)
    assert not permissions.has_role_over(visitor, Role.ADMINISTRATOR, city)
    assert names(permissions.organisations_for(visitor)) == []
    assert len(permissions.organisations_for(SYSTEM)) == 4


def test_a_tablet_carries_only_the_event_roles_of_its_own_event() -> None:
    _, city, _, _ = tree()
    mine, other = make.event(city), make.event(city)
    account = make.grant(make.chief_judge(mine.id), Role.ORGANISER, over=city)
    make.grant(account, Role.JUDGE, event_id=other.id)
    tablet = make.actor_for(account, make.device(account, mine.id))
    assert [r.role for r in permissions.roles_of(tablet)] == ["chief_judge"]
    assert not permissions.can_run_event(tablet, mine.id)
    assert permissions.has_event_role(tablet, mine.id, Role.CHIEF_JUDGE)
    assert not permissions.has_event_role(tablet, other.id, Role.JUDGE)
    assert permissions.has_event_role(make.actor_for(account), other.id, Role.JUDGE)


def test_an_administrator_appoints_but_does_not_run_the_contest() -> None:
    _, city, _, other_city = tree()
    event = make.event(city)
    actor = make.actor_for(make.administrator(city))
    assert not permissions.can_run_event(actor, event.id)
    assert permissions.can_grant(actor, Role.ORGANISER, organisation=city, event_id=None)
    assert permissions.can_grant(actor, Role.JUDGE, organisation=None, event_id=event.id)
    assert not permissions.can_grant(actor, Role.ORGANISER, organisation=other_city, event_id=None)


@pytest.mark.parametrize(
    ("role", "runs", "appoints_judges", "appoints_organisers", "devices"),
    [
        (Role.ADMINISTRATOR, False, True, True, True),
        (Role.ORGANISER, True, True, False, True),
        (Role.BUREAU_OFFICER, False, False, False, False),
        (Role.AUDITOR, False, False, False, False),
    ],
)
def test_duties_are_separate(
    role: Role, *, runs: bool, appoints_judges: bool, appoints_organisers: bool, devices: bool
) -> None:
    _, city, _, _ = tree()
    event = make.event(city)
    actor = make.actor_for(make.grant(make.user(), role, over=city))
    assert (
        permissions.can_run_event(actor, event.id),
        permissions.can_grant(actor, Role.JUDGE, organisation=None, event_id=event.id),
        permissions.can_grant(actor, Role.ORGANISER, organisation=city, event_id=None),
        permissions.can_manage_devices(actor, event.id),
    ) == (runs, appoints_judges, appoints_organisers, devices)


def test_devices_of_an_event_are_seen_by_who_runs_it_and_its_chief() -> None:
    _, city, _, other_city = tree()
    event, elsewhere = make.event(city), make.event(other_city)
    mine = make.device(make.judge(event.id), event.id)
    make.device(make.judge(elsewhere.id), elsewhere.id)

    def seen(account: object) -> list[UUID]:
        return [d.id for d in permissions.devices_visible_to(make.actor_for(account))]  # type: ignore[arg-type]

    assert seen(make.organiser(city)) == [mine.id]
    assert seen(make.chief_judge(event.id)) == [mine.id]
    assert seen(make.judge(event.id)) == []
    assert seen(make.auditor(city)) == []


def test_users_of_the_subtree_and_of_its_events_are_visible() -> None:
    province, city, works, other_city = tree()
    event = make.event(works)
    admin = make.administrator(city)
    organiser, judge = make.organiser(works), make.judge(event.id)
    make.organiser(other_city)
    visible = permissions.users_visible_to(make.actor_for(admin), Role.ADMINISTRATOR)
    assert set(visible) == {admin, organiser, judge}
    top = permissions.users_visible_to(make.actor_for(make.administrator(province)), Role.ADMINISTRATOR)
    assert top.count() == 5


def test_people_without_an_organisation_are_seen_only_from_the_top() -> None:
    province, city, works, _ = tree()
    worker, stranger = make.person("甲", of=works), make.person("乙")
    at_city = permissions.people_visible_to(make.actor_for(make.organiser(city)))
    at_top = permissions.people_visible_to(make.actor_for(make.bureau_officer(province)))
    assert set(at_city) == {worker}
    assert set(at_top) == {worker, stranger}
    assert not permissions.can_see_identity(make.actor_for(make.administrator(province)), worker)


def test_require_says_no_as_a_problem() -> None:
    permissions.require(True)
    with pytest.raises(Problem) as refused:
        permissions.require(False)
    assert refused.value.code == "not_allowed"
