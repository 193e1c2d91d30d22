"""What lists show, what they hide, and that they cost the same with one row and with more."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from common.models import AuditEntry
from people.models import Organisation, Role, User
from tests import factories as make

pytestmark = pytest.mark.django_db
NUMBER, OTHER = "11010519491231002X", "440524188001010014"


@pytest.fixture
def city() -> Organisation:
    return make.organisation("甲市")


def items(client: Client, path: str) -> list[dict[str, Any]]:
    answer = client.get(f"/api/v1{path}")
    assert answer.status_code == 200, answer.content
    rows: list[dict[str, Any]] = answer.json()["items"]
    return rows


def statements(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        items(client, path)
    return len(queries)


def test_organisations_come_in_tree_order_with_their_parent(city: Organisation) -> None:
    works = make.organisation("甲厂", parent=city, level="enterprise")
    make.organisation("乙市")
    top = make.signed_in(make.organiser(city))
    shown = [(r["name"], r["depth"], r["parent_id"]) for r in items(top, "/organisations")]
    assert shown == [("甲市", 1, None), ("甲厂", 2, str(city.id))]
    below = make.signed_in(make.organiser(works))
    assert [(r["name"], r["parent_id"]) for r in items(below, "/organisations")] == [("甲厂", str(city.id))]


def test_lists_of_people_hold_no_full_number(city: Organisation) -> None:
    person = make.person("张三", identity_number=NUMBER, of=city, employer="甲厂")
    person.phone = "13812345678"
    person.save()
    client = make.signed_in(make.organiser(city))
    assert items(client, "/people") == [
        {
            "id": str(person.id),
            "name": "张三",
            "name_en": "",
            "identity_masked": "110105********002X",
            "phone_masked": "138****5678",
            "organisation": {"id": str(city.id), "name": "甲市"},
            "employer": "甲厂",
        }
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("张", ["张三"]),
        ("厂", ["李四"]),
        (NUMBER.lower(), ["张三"]),
        (NUMBER[:17], []),
        ("", ["张三", "李四"]),
    ],
)
def test_people_are_found_by_name_employer_or_one_whole_number(
    city: Organisation, query: str, found: list[str]
) -> None:
    make.person("张三", identity_number=NUMBER, of=city)
    make.person("李四", identity_number=OTHER, of=city, employer="甲厂")
    make.person("张别处", of=make.organisation("乙市", parent=make.organisation("他省")))
    shown = items(make.signed_in(make.organiser(city)), f"/people?query={query}")
    assert [row["name"] for row in shown] == found


def test_pages_follow_each_other_without_gap_or_repetition(city: Organisation) -> None:
    for n in range(5):
        make.person(f"工人{n}", of=city)
    client = make.signed_in(make.organiser(city))
    seen: list[str] = []
    cursor = ""
    for _ in range(3):
        answer = client.get(f"/api/v1/people?limit=2{cursor}").json()
        seen += [row["name"] for row in answer["items"]]
        cursor = f"&cursor={answer['next']}"
    assert seen == [f"工人{n}" for n in range(5)]
    assert answer["next"] is None


def test_a_full_number_is_told_to_who_gives_a_reason(city: Organisation) -> None:
    person = make.person("张三", identity_number=NUMBER, of=city)
    client = make.signed_in(make.bureau_officer(city))
    path = f"/api/v1/people/{person.id}/identity"
    refused = client.post(path, {"reason": " "}, content_type="application/json")
    assert (refused.status_code, refused.json()["code"]) == (422, "invalid_input")
    told = client.post(path, {"reason": "核对证件"}, content_type="application/json")
    assert told.json() == {"identity_number": NUMBER}
    assert AuditEntry.objects.get(action="person.reveal_identity").data == {"reason": "核对证件"}


def test_users_are_shown_with_roles_and_second_factor(city: Organisation) -> None:
    admin = make.with_second_factor(make.administrator(city))
    make.organiser(make.organisation("乙市", parent=make.organisation("他省")))
    works = make.organisation("甲厂", parent=city, level="enterprise")
    below = make.administrator(works)
    shown = items(make.signed_in(below), "/users")
    assert [(u["id"], u["second_factor"]) for u in shown] == [(str(below.id), False)]
    shown = items(make.signed_in(admin), "/users")
    assert {u["id"]: u["second_factor"] for u in shown} == {str(admin.id): True, str(below.id): False}
    assert "password" not in str(shown)
    assert next(u for u in shown if u["id"] == str(below.id))["roles"][0]["organisation"]["name"] == "甲厂"


def test_an_account_is_made_with_its_first_role(city: Organisation) -> None:
    client = make.signed_in(make.administrator(city))
    body = {
        "username": "new",
        "name": "示例组织者",
        "password": make.PASSWORD,
        "roles": [{"role": "organiser", "organisation_id": str(city.id)}],
    }
    answer = client.post("/api/v1/users", body, content_type="application/json")
    assert answer.status_code == 201
    assert [role["role"] for role in answer.json()["roles"]] == ["organiser"]
    assert User.objects.get(username="new").check_password(make.PASSWORD)
    again = client.post("/api/v1/users", body, content_type="application/json")
    assert (again.status_code, again.json()["code"]) == (409, "username_taken")


def test_devices_can_be_narrowed_to_one_event(city: Organisation) -> None:
    events = [make.event(city), make.event(city)]
    devices = [make.device(make.judge(event.id), event.id) for event in events]
    client = make.signed_in(make.organiser(city))
    assert {row["id"] for row in items(client, "/devices")} == {str(device.id) for device in devices}
    one = items(client, f"/devices?event_id={events[0].id}")
    assert [(row["id"], row["user"]["name"]) for row in one] == [(str(devices[0].id), "示例裁判员")]


def test_the_audit_shows_the_subtree_and_the_system_only_to_the_top(city: Organisation) -> None:
    works = make.organisation("甲厂", parent=city, level="enterprise")
    AuditEntry.objects.all().delete()
    for account in (make.organiser(works), make.organiser(city)):
        make.signed_in(account).post(
            "/api/v1/session/language", {"language": "en"}, content_type="application/json"
        )
    AuditEntry.objects.create(
        at="2026-01-01T00:00:00Z", actor_name="system", action="batch.resume", subject="x"
    )
    below = [r["action"] for r in items(make.signed_in(make.auditor(works)), "/audit")]
    above = [r["action"] for r in items(make.signed_in(make.auditor(city)), "/audit")]
    assert below == ["session.sign_in", "user.set_language", "session.sign_in"]
    assert above.count("user.set_language") == 2
    assert "batch.resume" in above


@pytest.mark.parametrize("path", ["/organisations", "/people", "/users", "/devices", "/audit"])
def test_a_list_costs_the_same_with_one_row_and_with_three(city: Organisation, path: str) -> None:
    role = {"/users": Role.ADMINISTRATOR, "/audit": Role.AUDITOR}.get(path, Role.ORGANISER)
    client = make.signed_in(make.grant(make.user(), role, over=city))
    event = make.event(city)

    def one_more() -> None:
        make.organisation("下级", parent=city, level="enterprise")
        make.person("工人", of=city)
        judge = make.grant(make.judge(event.id), Role.BUREAU_OFFICER, over=city)
        make.device(judge, event.id)
        AuditEntry.objects.create(
            at="2026-01-01T00:00:00Z", actor_id=judge.id, actor_name="x", action="x", subject="x"
        )

    one_more()
    first = statements(client, path)
    one_more()
    one_more()
    assert statements(client, path) == first
