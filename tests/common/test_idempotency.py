from datetime import timedelta

import pytest

from common import audit, clock
from common.errors import NOT_ALLOWED, Problem
from common.idempotency import Answer, answer_once, forget_old_answers
from common.models import AuditEntry, IdempotencyRecord
from people.actor import SYSTEM

pytestmark = pytest.mark.django_db


def write(*, who: str = "judge", key: str = "k1", body: str = "b1") -> Answer:
    def produce() -> Answer:
        row = audit.record(actor=SYSTEM, action="test", subject="x", subject_id="1")
        return Answer(200, f'{{"id":{row.id}}}'.encode())

    return answer_once(who=who, key=key, request_hash=body, produce=produce)


def test_the_same_request_writes_once_and_gets_the_same_answer() -> None:
    first = write()
    assert write() == first
    assert AuditEntry.objects.count() == 1


def test_the_same_key_with_another_body_is_refused() -> None:
    write()
    with pytest.raises(Problem) as refused:
        write(body="b2")
    assert refused.value.code == "idempotency_key_reused"
    assert AuditEntry.objects.count() == 1


def test_keys_belong_to_who_sent_them() -> None:
    assert write() != write(who="other")
    assert write(key="k2") != write()
    assert AuditEntry.objects.count() == 3


def test_a_refused_request_keeps_nothing_and_may_be_tried_again() -> None:
    def refuse() -> Answer:
        audit.record(actor=SYSTEM, action="test", subject="x", subject_id="1")
        raise NOT_ALLOWED()

    with pytest.raises(Problem):
        answer_once(who="judge", key="k1", request_hash="b1", produce=refuse)
    assert (AuditEntry.objects.count(), IdempotencyRecord.objects.count()) == (0, 0)
    assert write().status == 200


@pytest.mark.parametrize("key", ["", "x" * 81, "a\nb"])
def test_an_unreadable_key_is_refused(key: str) -> None:
    with pytest.raises(Problem) as refused:
        write(key=key)
    assert refused.value.code == "idempotency_key_unreadable"


def test_answers_are_forgotten_after_a_week() -> None:
    write()
    assert forget_old_answers() == 0
    IdempotencyRecord.objects.update(at=clock.now() - timedelta(days=7, seconds=1))
    assert forget_old_answers() == 1
