import pytest

from certificates.actions.kind import create_kind, update_kind
from certificates.models import CertificateKind
from common.errors import Problem
from common.models import AuditEntry
from people.actor import Actor
from people.models import Organisation
from tests import factories

LEVEL = {"title": "职业技能等级证书", "issuer": "示例机构", "number_scheme": "level_22"}


def test_level_certificates_print_the_whole_id_number_and_awards_do_not(
    level_kind: CertificateKind, award_kind: CertificateKind
) -> None:
    assert (level_kind.full_identity, award_kind.full_identity) == (True, False)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"number_prefix": "Y0001"}, "number_prefix_wrong"),
        ({"number_prefix": "Y000123000000", "body": "{secret}"}, "placeholder_unknown"),
    ],
)
def test_what_a_kind_must_not_be(
    union: Organisation, organiser: Actor, change: dict[str, str], code: str
) -> None:
    with pytest.raises(Problem) as caught:
        create_kind(actor=organiser, organisation=union, code="x", **{**LEVEL, **change})  # type: ignore[arg-type]
    assert caught.value.code == code


def test_a_prefix_belongs_to_one_organisation(level_kind: CertificateKind) -> None:
    other = factories.organisation("示例县总工会")
    actor = factories.actor_for(factories.organiser(other))
    with pytest.raises(Problem) as caught:
        create_kind(actor=actor, organisation=other, code="level", number_prefix="Y000123000000", **LEVEL)  # type: ignore[arg-type]
    assert caught.value.code == "number_prefix_taken"


def test_a_code_is_used_once(union: Organisation, organiser: Actor, level_kind: CertificateKind) -> None:
    with pytest.raises(Problem) as caught:
        create_kind(
            actor=organiser,
            organisation=union,
            code="level",
            number_prefix="Y000123000000",
            **LEVEL,  # type: ignore[arg-type]
        )
    assert caught.value.code == "kind_code_taken"


def test_only_organisers_change_a_kind(union: Organisation, award_kind: CertificateKind) -> None:
    officer = factories.actor_for(factories.bureau_officer(union))
    with pytest.raises(Problem) as caught:
        update_kind(actor=officer, kind_id=award_kind.id, changes={"title": "x"})
    assert caught.value.code == "not_allowed"


def test_a_change_is_in_the_audit_with_before_and_after(
    organiser: Actor, award_kind: CertificateKind
) -> None:
    update_kind(actor=organiser, kind_id=award_kind.id, changes={"title": "新标题", "code": "other"})
    award_kind.refresh_from_db()
    assert (award_kind.title, award_kind.code) == ("新标题", "award")
    entry = AuditEntry.objects.get(action="certificate_kind.update")
    assert entry.data == {"title": ["技能竞赛获奖证书", "新标题"]}
