from importlib import import_module
from typing import Any

import pytest
from django.test import Client

from people.actions.device import issue_pairing_code
from people.models import Device, User
from tests import factories as make

pytestmark = pytest.mark.django_db
PAIRING = import_module("people.api.pairing")  # the package's name of it is the router


@pytest.fixture
def judge() -> User:
    return make.judge(make.event(make.organisation()).id)


def code_for(judge: User) -> str:
    event_id = judge.roles.get().event_id
    assert event_id is not None
    chief = make.actor_for(make.chief_judge(event_id))
    return issue_pairing_code(actor=chief, user=judge, event_id=event_id)


def pair(client: Client, code: str, **headers: str) -> Any:
    body = {"code": code, "label": "平板 3"}
    return client.post("/api/v1/pairing", body, content_type="application/json", headers=headers)


def test_a_typed_code_makes_the_browser_the_judges_tablet(judge: User) -> None:
    client = Client()
    answer = pair(client, code_for(judge).lower().replace("-", " "))
    device = Device.objects.get()
    assert answer.json() == {
        "device": {"id": str(device.id), "label": "平板 3"},
        "user": {"id": str(judge.id), "name": judge.name},
    }
    assert client.get("/api/v1/session").json()["device"] == {"id": str(device.id), "label": "平板 3"}


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(judge: User) -> None:
    cookie = pair(Client(), code_for(judge)).cookies["jx_device"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Strict", "/")
    assert Device.objects.get().token_hash != cookie.value


def test_unpairing_ends_the_device_and_drops_the_cookie(judge: User) -> None:
    client = Client()
    pair(client, code_for(judge))
    token = client.cookies["jx_device"].value
    assert client.post("/api/v1/session/unpair").status_code == 204
    assert client.cookies["jx_device"].value == ""
    client.cookies["jx_device"] = token
    assert client.get("/api/v1/session").json()["authenticated"] is False


def test_pairing_from_another_site_is_refused(judge: User) -> None:
    client = Client(enforce_csrf_checks=True)
    code = code_for(judge)
    assert pair(client, code).json()["code"] == "csrf_failed"
    client.get("/api/v1/session")
    token = client.cookies["csrftoken"].value
    assert pair(client, code, **{"X-CSRFToken": token}).status_code == 200


def test_guessing_is_slowed_down_by_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PAIRING, "TRIES_PER_ADDRESS", 3)
    codes = ["AAAA-2222", "BBBB-2222", "CCCC-2222", "DDDD-2222"]
    answers = [pair(Client(), code) for code in codes]
    assert [a.json()["code"] for a in answers] == ["pairing_code_unknown"] * 3 + ["too_many_requests"]
    assert 0 < int(answers[-1]["Retry-After"]) <= 60


def test_guessing_the_second_half_of_a_seen_code_is_slowed_down(
    monkeypatch: pytest.MonkeyPatch, judge: User
) -> None:
    monkeypatch.setattr(PAIRING, "TRIES_PER_PREFIX", 2)
    code = code_for(judge)
    for _ in range(2):
        assert pair(Client(), f"{code[:4]}-2222").json()["code"] == "pairing_code_unknown"
    assert pair(Client(), code).json()["code"] == "too_many_requests"
