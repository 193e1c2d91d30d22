from dataclasses import replace

import pytest

from certificates.actions.batch import create_batch, retry_batch
from certificates.domain.facts import canonical, facts_hash
from certificates.models import Batch, Certificate, CertificateKind, NumberSeries
from certificates.queries.integrity import fault_of, identity_hash
from common import clock
from common.errors import Problem
from common.ids import new_id
from common.models import AuditEntry
from people.actor import Actor
from people.models import Organisation, Person
from tests import factories
from tests.certificates.conftest import AWARD_ROW, IDENTITY, LEVEL_ROW, Issue

YEAR = str(clock.now().year)


def test_certificates_are_numbered_frozen_and_signed_in_order(issue: Issue, organiser: Actor) -> None:
    batch = issue(count=3)
    found = list(Certificate.objects.filter(batch=batch))
    assert [one.number for one in found] == [f"SL{YEAR}00000{n}" for n in (1, 2, 3)]
    assert [one.holder_name for one in found] == ["示例一", "示例二", "示例三"]
    assert [fault_of(one) for one in found] == [None, None, None]
    assert len({one.token for one in found}) == 3
    assert found[0].facts["body"] == "示例一在示例市职工技能竞赛焊接（示例）中荣获一等奖，特发此证。"
    assert (batch.total, batch.created_by_id) == (3, organiser.user_id)


def test_the_whole_id_number_is_nowhere_but_in_the_encrypted_column(
    issue: Issue, holder: Person, level_kind: CertificateKind
) -> None:
    issue(replace(AWARD_ROW, person_id=holder.id))
    issue(replace(LEVEL_ROW, person_id=holder.id), kind="level")
    award, level = Certificate.objects.order_by("batch__created_at")
    assert award.identity_number == ""
    assert level.identity_number == IDENTITY
    assert (award.facts["identity_shown"], level.facts["identity_shown"]) == ("110105********002X", "")
    assert IDENTITY not in (canonical(award.facts) + canonical(level.facts)).decode()
    raw = Certificate.objects.raw("SELECT id, identity_number || '' AS stored FROM certificates_certificate")
    assert all(IDENTITY not in vars(row)["stored"] for row in raw)


def test_two_certificates_of_one_person_share_no_hash_of_the_id_number(issue: Issue, holder: Person) -> None:
    issue(replace(AWARD_ROW, person_id=holder.id), replace(AWARD_ROW, person_id=holder.id))
    first, second = (one.facts for one in Certificate.objects.all())
    assert first["identity_hash"] != second["identity_hash"]
    assert identity_hash(first["identity_salt"], IDENTITY) == first["identity_hash"]


def test_each_level_has_its_own_series(issue: Issue, level_kind: CertificateKind) -> None:
    levels = ["5", "4", "5"]
    issue(*[replace(LEVEL_ROW, level=level) for level in levels], kind="level")
    year = YEAR[2:]
    assert list(Certificate.objects.values_list("number", flat=True)) == [
        f"Y000123000000{year}5000001",
        f"Y000123000000{year}4000001",
        f"Y000123000000{year}5000002",
    ]


def test_the_same_list_is_issued_once(issue: Issue) -> None:
    first = issue(source=(source := new_id()))
    with pytest.raises(Problem) as caught:
        issue(source=source)
    assert (caught.value.code, caught.value.data) == ("batch_exists", {"batch_id": str(first.id)})
    assert NumberSeries.objects.get().last == 1


def test_an_unprintable_name_is_named_before_any_number_is_allotted(issue: Issue) -> None:
    with pytest.raises(Problem) as caught:
        issue(AWARD_ROW, replace(AWARD_ROW, holder_name="张𠮷"))
    assert caught.value.code == "certificate_glyphs_missing"
    assert caught.value.data == {"position": 2, "name": "张𠮷", "glyphs": "𠮷"}
    assert not NumberSeries.objects.exists()


@pytest.mark.parametrize(
    ("row", "kind", "code"),
    [
        (replace(AWARD_ROW, holder_name=" "), "award", "certificate_holder_missing"),
        (replace(LEVEL_ROW, level=""), "level", "certificate_level_missing"),
        (AWARD_ROW, "nothing", "certificate_kind_unknown"),
    ],
)
def test_what_cannot_be_issued(
    issue: Issue, level_kind: CertificateKind, row: object, kind: str, code: str
) -> None:
    with pytest.raises(Problem) as caught:
        issue(row, kind=kind)
    assert (caught.value.code, Batch.objects.count()) == (code, 0)


def test_a_batch_that_fails_gives_its_numbers_back(issue: Issue) -> None:
    issue(count=2)
    NumberSeries.objects.update(last=999_998)
    with pytest.raises(Problem) as caught:
        issue(count=2)
    assert caught.value.code == "certificate_numbers_used_up"
    assert caught.value.data == {"stem": f"SL{YEAR}", "left": 1, "wanted": 2}
    assert NumberSeries.objects.get().last == 999_998


def test_a_kind_of_the_organisation_above_needs_the_role_there(
    union: Organisation, award_kind: CertificateKind
) -> None:
    county = factories.organisation("示例县总工会", parent=union, level="county")
    actor = factories.actor_for(factories.organiser(county))
    with pytest.raises(Problem) as caught:
        create_batch(
            actor=actor,
            organisation=county,
            kind_code="award",
            source_id=new_id(),
            source_label="示例",
            rows=[AWARD_ROW],
        )
    assert caught.value.code == "not_allowed"


def test_the_bureau_reads_but_does_not_issue(union: Organisation, issue: Issue) -> None:
    officer = factories.actor_for(factories.bureau_officer(union))
    with pytest.raises(Problem) as caught:
        retry_batch(actor=officer, batch_id=issue().id)
    assert caught.value.code == "not_allowed"


def test_issuing_is_in_the_audit(issue: Issue, organiser: Actor) -> None:
    batch = issue(count=2)
    entry = AuditEntry.objects.get(subject_id=str(batch.id))
    assert (entry.action, entry.actor_id) == ("certificate_batch.create", organiser.user_id)
    assert entry.data["numbers"] == [f"SL{YEAR}000001", f"SL{YEAR}000002"]


def test_later_changes_of_the_kind_do_not_touch_what_is_issued(
    issue: Issue, award_kind: CertificateKind
) -> None:
    issue()
    CertificateKind.objects.update(title="别的")
    certificate = Certificate.objects.get()
    assert certificate.facts["title"] == "技能竞赛获奖证书"
    assert facts_hash(certificate.facts) == certificate.facts_hash
