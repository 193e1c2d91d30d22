"""The decorator as an operation wears it: under ninja, with the header."""

from types import SimpleNamespace
from typing import Any

import pytest
from ninja import NinjaAPI, Schema
from ninja.testing import TestClient

from common import audit
from common.api import install_problem_handlers
from common.idempotency import idempotent
from common.models import AuditEntry
from people.actor import SYSTEM

KEY = {"Idempotency-Key": "k"}
pytestmark = pytest.mark.django_db


class Body(Schema):
    revision: int


class Out(Schema):
    entry: int


def _signed_in(request: Any) -> Any:
    request.actor = SimpleNamespace(user_id=request.headers.get("X-Who", "judge"), device_id=None)
    return request.actor


@pytest.fixture(scope="module")
def client() -> TestClient:
    api = NinjaAPI(urls_namespace="idempotent-test", auth=_signed_in)
    install_problem_handlers(api)

    @api.post("/sheets/{number}", response=Out, operation_id="sign")
    @idempotent
    def sign(request: Any, number: int, body: Body) -> Out:
        data = {"revision": body.revision}
        row = audit.record(actor=SYSTEM, action="sign", subject="sheet", subject_id=str(number), data=data)
        return Out(entry=row.id)

    return TestClient(api)


def send(client: TestClient, headers: dict[str, str], *, number: int = 1, revision: int = 7) -> Any:
    return client.post(f"/sheets/{number}", json={"revision": revision}, headers=headers)


def test_repeating_with_the_key_writes_once(client: TestClient) -> None:
    first, again = (send(client, KEY) for _ in range(2))
    assert (first.status_code, first.json()) == (200, {"entry": AuditEntry.objects.get().id})
    assert (again.status_code, again.content) == (200, first.content)


def test_without_a_key_every_request_writes(client: TestClient) -> None:
    send(client, {})
    send(client, {})
    assert AuditEntry.objects.count() == 2


@pytest.mark.parametrize("other", [{"revision": 8}, {"number": 2}], ids=["body", "address"])
def test_the_key_belongs_to_one_request(client: TestClient, other: dict[str, int]) -> None:
    send(client, KEY)
    refused = send(client, KEY, **other)
    assert (refused.status_code, refused.json()["code"]) == (422, "idempotency_key_reused")


def test_another_judge_may_use_the_same_key(client: TestClient) -> None:
    send(client, KEY)
    send(client, KEY | {"X-Who": "other"})
    assert AuditEntry.objects.count() == 2
