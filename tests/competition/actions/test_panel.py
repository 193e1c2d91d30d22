import pytest

from common.errors import Problem
from competition.actions.panel import (
    MemberFacts,
    create_panel,
    delete_panel,
    issue_pairing_codes,
    update_panel,
)
from competition.models import EventState, MemberRole, Module, Panel, PanelMember
from people.actions.device import pair_device
from people.models import Device, Role, RoleAssignment, User
from tests import factories
from tests.competition.setup_event import Setup, an_event, identity, with_entries, with_panel, with_scheme

pytestmark = pytest.mark.django_db


def members_of(panel: Panel) -> list[tuple[str, str, bool]]:
    rows = PanelMember.objects.filter(panel=panel).select_related("user")
    return [(row.user.name, row.role, row.scores) for row in rows]


def roles_in(setup: Setup) -> set[tuple[str, str]]:
    rows = RoleAssignment.objects.filter(event_id=setup.event.id).select_related("user")
    return {(row.user.name, row.role) for row in rows}


def panel_of(setup: Setup, *members: MemberFacts, modules: list[Module] | None = None) -> Panel:
    return create_panel(
        actor=setup.actor,
        event_id=setup.event.id,
        name="示例裁判组",
        module_ids=[module.id for module in modules or []],
        members=members,
    )


def refused(setup: Setup, *members: MemberFacts, modules: list[Module] | None = None) -> str:
    before = User.objects.count(), Panel.objects.count()
    with pytest.raises(Problem) as caught:
        panel_of(setup, *members, modules=modules)
    assert (User.objects.count(), Panel.objects.count()) == before
    return caught.value.code


def test_judges_become_accounts_without_password_with_a_role_in_the_event() -> None:
    setup = an_event()
    panel = panel_of(setup, MemberFacts("总裁判", role=MemberRole.CHIEF), MemberFacts("裁判甲", identity(1)))
    assert members_of(panel) == [("总裁判", "chief", False), ("裁判甲", "judge", True)]
    assert roles_in(setup) == {("总裁判", "chief_judge"), ("裁判甲", "judge")}
    judge = User.objects.get(name="裁判甲")
    assert not judge.has_usable_password()
    assert judge.person is not None
    assert judge.person.identity_masked == f"320000********{identity(1)[-4:]}"


def test_a_judge_is_found_again_by_identity_number_and_by_name() -> None:
    setup = an_event()
    panel_of(setup, MemberFacts("裁判甲", identity(1)), MemberFacts("裁判乙"))
    before = User.objects.count()
    second = panel_of(setup, MemberFacts("裁判甲", identity(1)), MemberFacts("裁判乙"))
    assert [name for name, _, _ in members_of(second)] == ["裁判甲", "裁判乙"]
    assert User.objects.count() == before


def test_the_same_name_in_another_event_is_another_account() -> None:
    panel_of(an_event(), MemberFacts("裁判乙"))
    panel_of(an_event(), MemberFacts("裁判乙"))
    assert User.objects.filter(name="裁判乙").count() == 2


def test_who_leaves_the_panel_loses_role_and_tablet() -> None:
    setup = an_event()
    panel = panel_of(setup, MemberFacts("裁判甲"), MemberFacts("裁判乙"))
    code = issue_pairing_codes(actor=setup.actor, panel_id=panel.id)[0].code
    device, _ = pair_device(code=code, label="1号", user_agent="", ip="")
    update_panel(actor=setup.actor, panel_id=panel.id, members=[MemberFacts("裁判乙")])
    assert roles_in(setup) == {("裁判乙", "judge")}
    assert Device.objects.get(id=device.id).revoked_at is not None


def test_a_new_chief_takes_over_from_the_judge_role() -> None:
    setup = an_event()
    panel = panel_of(setup, MemberFacts("裁判甲"))
    update_panel(actor=setup.actor, panel_id=panel.id, members=[MemberFacts("裁判甲", role=MemberRole.CHIEF)])
    assert roles_in(setup) == {("裁判甲", "chief_judge")}


def test_deleting_a_panel_ends_its_roles() -> None:
    setup = an_event()
    delete_panel(actor=setup.actor, panel_id=panel_of(setup, MemberFacts("裁判甲")).id)
    assert roles_in(setup) == set()
    assert Panel.objects.count() == 0


def test_an_entrant_cannot_judge() -> None:
    setup = with_entries(an_event(), 1)
    assert refused(setup, MemberFacts("钱示例", identity(1))) == "judge_is_entrant"


def test_whoever_sees_names_cannot_judge() -> None:
    setup = an_event()
    setup.organiser.person = factories.person("示例组织者", identity_number=identity(1))
    setup.organiser.save()
    assert refused(setup, MemberFacts("示例组织者", identity(1))) == "judge_sees_names"


def test_nobody_is_on_a_panel_twice() -> None:
    assert refused(an_event(), MemberFacts("裁判甲", identity(1)), MemberFacts("裁判甲", identity(1))) == (
        "panel_member_twice"
    )


def test_a_module_has_one_panel_and_theory_has_none() -> None:
    setup = with_panel(with_scheme(an_event()))
    theory, first, _ = Module.objects.filter(event=setup.event)
    assert refused(setup, modules=[theory]) == "panel_module_unknown"
    assert refused(setup, modules=[first]) == "module_has_panel"


def test_each_issue_makes_new_codes_and_ends_the_old_ones() -> None:
    setup = an_event()
    panel = panel_of(setup, MemberFacts("裁判甲"))
    old = issue_pairing_codes(actor=setup.actor, panel_id=panel.id)[0].code
    new = issue_pairing_codes(actor=setup.actor, panel_id=panel.id)[0].code
    with pytest.raises(Problem) as caught:
        pair_device(code=old, label="1号", user_agent="", ip="")
    assert caught.value.code == "pairing_code_expired"
    assert pair_device(code=new, label="1号", user_agent="", ip="")[0].user.name == "裁判甲"


def test_after_the_start_panels_are_locked() -> None:
    setup = an_event()
    panel = panel_of(setup, MemberFacts("裁判甲"))
    setup.event.state = EventState.MARKING
    setup.event.save()
    for change in (
        lambda: update_panel(actor=setup.actor, panel_id=panel.id, name="x"),
        lambda: delete_panel(actor=setup.actor, panel_id=panel.id),
        lambda: panel_of(setup),
    ):
        with pytest.raises(Problem) as caught:
            change()
        assert caught.value.code == "event_started"


def test_only_the_organiser_of_the_event_may() -> None:
    setup = an_event()
    panel = panel_of(setup, MemberFacts("裁判甲"))
    judge = User.objects.get(name="裁判甲")
    for stranger in (judge, factories.organiser(factories.organisation("另一工会"))):
        with pytest.raises(Problem) as caught:
            update_panel(actor=factories.actor_for(stranger), panel_id=panel.id, name="x")
        assert caught.value.code == "not_allowed"
    assert RoleAssignment.objects.filter(user=judge, role=Role.JUDGE).count() == 1
