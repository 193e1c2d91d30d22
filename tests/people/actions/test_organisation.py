import pytest

from common.errors import Problem
from common.models import AuditEntry
from people.actions.organisation import create_organisation, update_organisation
from people.models import Organisation, OrganisationLevel, Role
from people.permissions import has_role_over
from tests import factories as make

pytestmark = pytest.mark.django_db
CODE = "81110000MC0000001R"


@pytest.fixture
def city() -> Organisation:
    return make.organisation("甲市")


def test_an_administrator_builds_the_own_subtree(city: Organisation) -> None:
    actor = make.actor_for(make.administrator(city))
    works = create_organisation(
        actor=actor, parent=city, name=" 甲厂 ", level=OrganisationLevel.ENTERPRISE, code=CODE.lower()
    )
    assert (works.name, works.depth, works.code) == ("甲厂", 2, CODE)
    assert Organisation.objects.get_parent(works) == city
    assert AuditEntry.objects.get().action == "organisation.create"


def test_only_the_top_makes_a_new_top_and_then_administers_it(city: Organisation) -> None:
    works = make.organisation("甲厂", parent=city, level="enterprise")
    below, top = make.actor_for(make.administrator(works)), make.actor_for(make.administrator(city))
    with pytest.raises(Problem):
        create_organisation(actor=below, parent=None, name="乙市", level=OrganisationLevel.CITY)
    made = create_organisation(actor=top, parent=None, name="乙市", level=OrganisationLevel.CITY)
    assert has_role_over(top, Role.ADMINISTRATOR, made)


@pytest.mark.parametrize(
    ("above", "below", "allowed"),
    [
        ("province", "city", True),
        ("province", "county", True),
        ("city", "city", False),
        ("county", "city", False),
        ("enterprise", "county", False),
        ("enterprise", "enterprise", True),
    ],
)
def test_levels_go_down(above: str, below: str, *, allowed: bool) -> None:
    parent = make.organisation(level=above)
    actor = make.actor_for(make.administrator(parent))
    try:
        create_organisation(actor=actor, parent=parent, name="x", level=OrganisationLevel(below))
    except Problem as refused:
        code = refused.code
    else:
        code = ""
    assert code == ("" if allowed else "organisation_level_order")


def test_a_code_must_hold_and_belongs_to_one(city: Organisation) -> None:
    other = make.organisation("乙市", code=CODE)
    actor = make.actor_for(make.administrator(city))
    for code, refusal in ((CODE, "organisation_code_taken"), (CODE[:-1] + "X", "organisation_code_check")):
        with pytest.raises(Problem) as refused:
            update_organisation(actor=actor, organisation=city, code=code)
        assert refused.value.code == refusal
    admin = make.actor_for(make.administrator(other))
    assert update_organisation(actor=admin, organisation=other, code=CODE).code == CODE


def test_a_change_is_audited_with_before_and_after_and_no_change_is_not(city: Organisation) -> None:
    actor = make.actor_for(make.administrator(city))
    update_organisation(actor=actor, organisation=city, name="甲市总工会", name_en=None)
    update_organisation(actor=actor, organisation=city, name="甲市总工会")
    row = AuditEntry.objects.get()
    assert row.data == {"before": {"name": "甲市"}, "after": {"name": "甲市总工会"}}


def test_an_organiser_does_not_change_organisations(city: Organisation) -> None:
    actor = make.actor_for(make.organiser(city))
    with pytest.raises(Problem) as refused:
        update_organisation(actor=actor, organisation=city, name="x")
    assert refused.value.code == "not_allowed"
