import pytest

from common.errors import Problem
from common.models import AuditEntry
from people.actions.role import grant_role, revoke_role
from people.actor import SYSTEM
from people.models import Device, Organisation, Role, RoleAssignment
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def city() -> Organisation:
    return make.organisation()


def test_granting_is_audited_and_repeating_it_changes_nothing(city: Organisation) -> None:
    actor, account = make.actor_for(make.administrator(city)), make.user()
    first = grant_role(actor=actor, user=account, role=Role.ORGANISER, organisation=city)
    assert grant_role(actor=actor, user=account, role=Role.ORGANISER, organisation=city) == first
    row = AuditEntry.objects.get(action="role.grant")
    assert (row.actor_id, row.subject_id) == (actor.user_id, str(account.id))
    assert row.data == {"role": "organiser", "organisation_id": str(city.id), "event_id": None}


def test_a_role_needs_the_right_scope(city: Organisation) -> None:
    event, account = make.event(city), make.user()
    wrong = [
        {"role": Role.ORGANISER, "event_id": event.id},
        {"role": Role.ORGANISER},
        {"role": Role.JUDGE, "organisation": city},
        {"role": Role.JUDGE, "organisation": city, "event_id": event.id},
    ]
    for scope in wrong:
        with pytest.raises(Problem) as refused:
            grant_role(actor=SYSTEM, user=account, **scope)  # type: ignore[arg-type]
        assert refused.value.code == "role_needs_scope"


def test_an_organiser_appoints_judges_of_the_own_events_only(city: Organisation) -> None:
    actor = make.actor_for(make.organiser(city))
    mine, foreign = make.event(city), make.event(make.organisation("别处"))
    grant_role(actor=actor, user=make.user(), role=Role.JUDGE, event_id=mine.id)
    with pytest.raises(Problem) as refused:
        grant_role(actor=actor, user=make.user(), role=Role.JUDGE, event_id=foreign.id)
    assert refused.value.code == "not_allowed"


@pytest.mark.parametrize(
    ("held", "wanted"), [(Role.AUDITOR, Role.ORGANISER), (Role.ADMINISTRATOR, Role.AUDITOR)]
)
def test_an_auditor_holds_no_other_role(city: Organisation, held: Role, wanted: Role) -> None:
    account = make.grant(make.user(), held, over=city)
    with pytest.raises(Problem) as refused:
        grant_role(actor=SYSTEM, user=account, role=wanted, organisation=city)
    assert refused.value.code == "roles_exclude_each_other"


def test_losing_the_last_role_in_an_event_ends_the_tablets_paired_for_it(city: Organisation) -> None:
    event, other = make.event(city), make.event(city)
    account = make.grant(make.judge(event.id), Role.JUDGE, event_id=other.id)
    tablets = [make.device(account, event.id), make.device(account, other.id)]
    actor = make.actor_for(make.organiser(city))
    revoke_role(actor=actor, assignment=account.roles.get(event_id=event.id))
    assert [Device.objects.get(id=t.id).revoked_at is None for t in tablets] == [False, True]
    assert list(account.roles.values_list("event_id", flat=True)) == [other.id]


def test_the_last_administrator_at_the_top_stays(city: Organisation) -> None:
    first = make.administrator(city)
    held = first.roles.get()
    with pytest.raises(Problem) as refused:
        revoke_role(actor=make.actor_for(first), assignment=held)
    assert refused.value.code == "last_administrator"
    make.administrator(city)
    revoke_role(actor=make.actor_for(first), assignment=held)
    assert not RoleAssignment.objects.filter(user=first).exists()
