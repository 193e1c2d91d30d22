import pytest
from django.test import Client

from people.models import Role
from tests import factories as make

pytestmark = pytest.mark.django_db


def test_a_visitor_learns_nothing_but_gets_the_csrf_cookie() -> None:
    client = Client()
    answer = client.get("/api/v1/session")
    assert answer.json() == {
        "authenticated": False,
        "user": None,
        "roles": [],
        "second_factor": {"required": False, "enabled": False},
        "device": None,
        "time_zone": "Asia/Shanghai",
    }
    assert "csrftoken" in answer.cookies


def test_staff_see_their_name_and_roles() -> None:
    city = make.organisation()
    account = make.organiser(city)
    held = account.roles.get()
    assert make.signed_in(account).get("/api/v1/session").json() == {
        "authenticated": True,
        "user": {"id": str(account.id), "name": "示例组织者", "language": "zh-CN"},
        "roles": [
            {
                "id": str(held.id),
                "role": "organiser",
                "organisation": {"id": str(city.id), "name": city.name},
                "event_id": None,
            }
        ],
        "second_factor": {"required": False, "enabled": False},
        "device": None,
        "time_zone": "Asia/Shanghai",
    }


def test_a_tablet_is_the_judge_of_its_event_only() -> None:
    city = make.organisation()
    event = make.event(city)
    account = make.grant(make.judge(event.id), Role.ORGANISER, over=city)
    told = make.tablet(account, event.id).get("/api/v1/session").json()
    assert [role["role"] for role in told["roles"]] == ["judge"]
    assert told["second_factor"] == {"required": False, "enabled": False}
    assert told["device"]["label"] == "示例平板"


def test_the_language_is_kept_for_staff_and_judges() -> None:
    city = make.organisation()
    event = make.event(city)
    staff, judge = make.organiser(city), make.judge(event.id)
    for client, account in ((make.signed_in(staff), staff), (make.tablet(judge, event.id), judge)):
        body = {"language": "en"}
        answer = client.post("/api/v1/session/language", body, content_type="application/json")
        account.refresh_from_db()
        assert (answer.status_code, account.language) == (204, "en")
        wrong = client.post("/api/v1/session/language", {"language": "fr"}, content_type="application/json")
        assert (wrong.status_code, wrong.json()["code"]) == (422, "invalid_input")


def test_a_forged_request_is_refused() -> None:
    client = make.signed_in(make.organiser(make.organisation()))
    client.handler.enforce_csrf_checks = True
    body = {"language": "en"}
    refused = client.post("/api/v1/session/language", body, content_type="application/json")
    assert (refused.status_code, refused.json()["code"]) == (403, "csrf_failed")
    client.get("/api/v1/session")
    token = client.cookies["csrftoken"].value
    answer = client.post(
        "/api/v1/session/language", body, content_type="application/json", headers={"X-CSRFToken": token}
    )
    assert answer.status_code == 204
