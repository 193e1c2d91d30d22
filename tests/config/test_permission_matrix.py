"""Every operation × every role. The table is `tests/config/matrix/`, one file for each app."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.http import HttpResponseBase
from django.test import Client

from config.api import api
from tests.config.matrix import MATRIX
from tests.config.matrix.row import ANONYMOUS, ROLES, Row
from tests.config.matrix.world import World, client_of, new_world

SCHEMA = api.get_openapi_schema(path_prefix="/api/v1")
OPERATIONS = {
    operation["operationId"]: (method, path, operation)
    for path, operations in SCHEMA["paths"].items()
    for method, operation in operations.items()
}
CASES = [(name, role) for name in MATRIX for role in ROLES]
REFUSALS = {"not_signed_in", "not_allowed", "not_found", "sheet_not_yours"}


def test_no_operation_is_missing_from_the_matrix() -> None:
    assert sorted(OPERATIONS) == sorted(MATRIX)


def test_only_the_listed_operations_are_public() -> None:
    listed = (Path(__file__).parent / "public_operations.txt").read_text().split()
    public = [name for name, (_, _, operation) in OPERATIONS.items() if not operation.get("security")]
    assert sorted(public) == sorted(listed)


def test_public_operations_are_those_that_everybody_may_call() -> None:
    listed = (Path(__file__).parent / "public_operations.txt").read_text().split()
    assert [name for name in listed if ANONYMOUS not in MATRIX[name].allowed] == []
    assert sorted(name for name, row in MATRIX.items() if ANONYMOUS in row.allowed) == sorted(listed)


def call(client: Client, row: Row, name: str, world: World) -> HttpResponseBase:
    method, path, _ = OPERATIONS[name]
    address = path.format(**row.path(world)) + row.query(world)
    body = row.body(world) if row.body else None
    if row.multipart:
        return client.post(address, body or {})
    content: dict[str, Any] = (
        {"data": json.dumps(body), "content_type": "application/json"} if row.body else {}
    )
    answer: HttpResponseBase = getattr(client, method)(address, **content)
    return answer


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "role"), CASES, ids=lambda part: part)
def test_permission(name: str, role: str) -> None:
    row, world = MATRIX[name], new_world()
    answer = call(client_of(role, world), row, name, world)
    said = bytes(getattr(answer, "content", b""))
    if role in row.allowed:
        assert answer.status_code in row.status, said[:300]
        return
    assert answer.status_code in {401, 403, 404}, said[:300]
    assert json.loads(said)["code"] in REFUSALS
    if role == ANONYMOUS:
        assert answer.status_code == 401
