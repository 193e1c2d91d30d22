import pytest

from certificates.actions.certificate import revoke_certificate
from certificates.models import Certificate
from certificates.queries.verification import verify_token
from common.errors import Problem
from common.models import AuditEntry
from people.actor import Actor
from people.models import Organisation
from tests import factories
from tests.certificates.conftest import Issue


def test_a_revoked_certificate_says_so_and_why_is_in_the_audit(issue: Issue, organiser: Actor) -> None:
    issue()
    certificate = revoke_certificate(
        actor=organiser, certificate_id=Certificate.objects.get().id, reason=" 名单有误 "
    )
    assert verify_token(certificate.token).status == "revoked"
    entry = AuditEntry.objects.get(action="certificate.revoke")
    assert entry.data == {"number": certificate.number, "reason": "名单有误"}


def test_revoking_needs_a_reason_and_happens_once(issue: Issue, organiser: Actor) -> None:
    issue()
    certificate_id = Certificate.objects.get().id
    codes = []
    for reason in (" ", "名单有误", "再次"):
        try:
            revoke_certificate(actor=organiser, certificate_id=certificate_id, reason=reason)
            codes.append("")
        except Problem as problem:
            codes.append(problem.code)
    assert codes == ["revocation_reason_missing", "", "certificate_already_revoked"]


def test_who_may_not_revoke(issue: Issue, union: Organisation) -> None:
    issue()
    stranger = factories.actor_for(factories.organiser(factories.organisation("示例乙市总工会")))
    officer = factories.actor_for(factories.bureau_officer(union))
    codes = []
    for actor in (stranger, officer):
        with pytest.raises(Problem) as caught:
            revoke_certificate(actor=actor, certificate_id=Certificate.objects.get().id, reason="x")
        codes.append(caught.value.code)
    assert codes == ["not_found", "not_allowed"]
