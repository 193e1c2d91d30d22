import pytest
from django.core.management import call_command

from common.errors import Problem
from common.models import AuditEntry
from people.actions.user import Grant, create_user
from people.actor import SYSTEM
from people.management.commands import create_administrator
from people.models import Organisation, Role, User
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def city() -> Organisation:
    return make.organisation()


def test_an_organiser_makes_a_judge_who_has_no_password(city: Organisation) -> None:
    event = make.event(city)
    actor = make.actor_for(make.organiser(city))
    judge = create_user(actor=actor, name=" 示例裁判员 ", roles=[Grant(Role.JUDGE, event_id=event.id)])
    assert (judge.name, judge.has_usable_password(), judge.roles.get().role) == ("示例裁判员", False, "judge")
    assert [e.action for e in AuditEntry.objects.order_by("id")] == ["user.create", "role.grant"]


def test_the_password_is_neither_kept_nor_audited(city: Organisation) -> None:
    account = create_user(
        actor=SYSTEM, name="示例", username="a", password=make.PASSWORD, roles=[Grant(Role.ORGANISER, city)]
    )
    assert account.check_password(make.PASSWORD)
    assert make.PASSWORD not in account.password
    assert AuditEntry.objects.get(action="user.create").data == {
        "username": "a",
        "name": "示例",
        "signs_in": True,
    }


def test_an_account_nobody_may_grant_a_role_is_not_made(city: Organisation) -> None:
    actor = make.actor_for(make.organiser(city))
    for roles in ([], [Grant(Role.ADMINISTRATOR, city)]):
        with pytest.raises(Problem) as refused:
            create_user(actor=actor, name="x", username="x", roles=roles)
        assert refused.value.code == "not_allowed"
    assert not User.objects.filter(username="x").exists()


@pytest.mark.parametrize(
    ("username", "password", "code"),
    [
        ("TAKEN", make.PASSWORD, "username_taken"),
        ("new", "short", "password_weak"),
        ("new", "password123", "password_weak"),
    ],
)
def test_taken_names_and_weak_passwords_are_refused(
    city: Organisation, username: str, password: str, code: str
) -> None:
    make.user(username="taken")
    with pytest.raises(Problem) as refused:
        create_user(
            actor=SYSTEM, name="x", username=username, password=password, roles=[Grant(Role.ORGANISER, city)]
        )
    assert refused.value.code == code


def test_the_command_makes_the_first_administrator_of_an_empty_house(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(create_administrator, "getpass", lambda _: make.PASSWORD)
    call_command("create_administrator", "admin", organisation="示例市总工会")
    held = User.objects.get(username="admin").roles.get()
    assert held.organisation is not None
    assert (held.role, held.organisation.name, held.organisation.depth) == (
        "administrator",
        "示例市总工会",
        1,
    )
