import re
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from common import clock, events
from common.errors import Problem
from common.models import AuditEntry
from people.actions.device import CODE_LIFETIME, issue_pairing_code, pair_device, revoke_device, unpair
from people.actor import Actor
from people.events import DevicePaired, DeviceRevoked
from people.models import Device, PairingCode, User
from people.queries.device import device_for
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def event_id() -> UUID:
    return make.event(make.organisation()).id


@pytest.fixture
def chief(event_id: UUID) -> Actor:
    return make.actor_for(make.chief_judge(event_id))


@pytest.fixture
def judge(event_id: UUID) -> User:
    return make.judge(event_id)


@pytest.fixture
def published(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    seen: list[Any] = []
    monkeypatch.setattr(events, "_publish", seen.append)
    return seen


def pair(code: str) -> tuple[Device, str]:
    return pair_device(code=code, label=" 平板 3 ", user_agent="tablet", ip="192.0.2.9")


def refusal(code: str) -> str:
    with pytest.raises(Problem) as refused:
        pair(code)
    return refused.value.code


def test_a_code_is_shown_once_and_kept_only_as_a_keyed_hash(
    chief: Actor, judge: User, event_id: UUID
) -> None:
    code = issue_pairing_code(actor=chief, user=judge, event_id=event_id)
    assert re.fullmatch(r"[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}", code)
    kept = PairingCode.objects.get()
    assert code.replace("-", "") not in str(vars(kept))
    assert kept.expires_at - kept.issued_at == CODE_LIFETIME
    assert "code" not in AuditEntry.objects.get(action="pairing_code.issue").data


def test_pairing_gives_a_token_that_finds_the_device_again(chief: Actor, judge: User, event_id: UUID) -> None:
    device, token = pair(issue_pairing_code(actor=chief, user=judge, event_id=event_id))
    assert device_for(token) == device
    assert (device.user, device.event_id, device.label) == (judge, event_id, "平板 3")
    row = AuditEntry.objects.get(action="device.pair")
    assert (row.actor_id, row.device_id, row.ip) == (judge.id, device.id, "192.0.2.9")


def test_a_code_works_once(chief: Actor, judge: User, event_id: UUID) -> None:
    code = issue_pairing_code(actor=chief, user=judge, event_id=event_id)
    pair(code)
    assert refusal(code) == "pairing_code_used"
    assert Device.objects.count() == 1


@pytest.mark.parametrize(("early", "works"), [(1, True), (0, False), (-1, False)])
def test_a_code_dies_at_its_hour(
    chief: Actor, judge: User, monkeypatch: pytest.MonkeyPatch, *, early: int, works: bool
) -> None:
    event_id = judge.roles.get().event_id
    assert event_id is not None
    printed = issue_pairing_code(actor=chief, user=judge, event_id=event_id)
    then = PairingCode.objects.get().expires_at - timedelta(seconds=early)
    monkeypatch.setattr(clock, "now", lambda: then)
    if works:
        assert pair(printed)[0].user == judge
    else:
        assert refusal(printed) == "pairing_code_expired"


def test_a_fresh_code_ends_the_one_before(chief: Actor, judge: User, event_id: UUID) -> None:
    first = issue_pairing_code(actor=chief, user=judge, event_id=event_id)
    second = issue_pairing_code(actor=chief, user=judge, event_id=event_id)
    assert refusal(first) == "pairing_code_expired"
    assert pair(second)[0].user == judge


def test_unknown_codes_and_codes_of_closed_accounts_look_the_same(
    chief: Actor, judge: User, event_id: UUID
) -> None:
    code = issue_pairing_code(actor=chief, user=judge, event_id=event_id)
    User.objects.filter(id=judge.id).update(is_active=False)
    assert [refusal(code), refusal("AAAA-AAAA"), refusal("")] == ["pairing_code_unknown"] * 3


def test_judges_do_not_hand_out_codes(judge: User, event_id: UUID) -> None:
    with pytest.raises(Problem) as refused:
        issue_pairing_code(actor=make.actor_for(judge), user=judge, event_id=event_id)
    assert refused.value.code == "not_allowed"


def test_a_revoked_device_stops_working_and_keeps_its_first_reason(
    chief: Actor, judge: User, event_id: UUID
) -> None:
    device, token = pair(issue_pairing_code(actor=chief, user=judge, event_id=event_id))
    revoke_device(actor=chief, device=device, reason="遗失")
    revoke_device(actor=chief, device=device, reason="again")
    assert device_for(token) is None
    assert device.revoked_reason == "遗失"
    assert AuditEntry.objects.get(action="device.revoke").data == {"reason": "遗失"}


def test_a_judge_hands_back_only_the_own_tablet(judge: User, event_id: UUID) -> None:
    mine, other = make.device(judge, event_id), make.device(judge, event_id)
    unpair(actor=make.actor_for(judge, mine))
    assert [Device.objects.get(id=d.id).revoked_at is None for d in (mine, other)] == [False, True]
    with pytest.raises(Problem):
        revoke_device(actor=make.actor_for(judge), device=other, reason="x")


def test_what_happens_to_a_device_is_published_after_commit(
    chief: Actor,
    judge: User,
    event_id: UUID,
    published: list[Any],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        device, _ = pair(issue_pairing_code(actor=chief, user=judge, event_id=event_id))
        revoke_device(actor=chief, device=device, reason="遗失")
        assert published == []
    assert [type(e) for e in published[::2]] == [DevicePaired, DeviceRevoked]
    assert [e.topic for e in published[1::2]] == [f"progress.{event_id}"] * 2
