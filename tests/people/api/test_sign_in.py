"""The real road of staff: password, second factor, lock-out; nothing of allauth is faked."""

import json
import time
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.test import Client

from common.models import AuditEntry
from people.models import Role, User
from tests import factories as make

# allauth tells of a new factor after commit
pytestmark = pytest.mark.django_db(transaction=True)
ALLAUTH = "/_allauth/browser/v1"


def send(client: Client, path: str, **body: object) -> Any:
    return client.post(f"{ALLAUTH}{path}", json.dumps(body), content_type="application/json")


def code_for(secret: str) -> str:
    code: str = totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30))
    return code


def staff(username: str = "organiser") -> User:
    account = make.user("示例组织者", username=username, password=make.PASSWORD)
    return make.grant(account, Role.ORGANISER, over=make.organisation())


def sign_in(client: Client, password: str = make.PASSWORD) -> Any:
    return send(client, "/auth/login", username="organiser", password=password)


def enrol(client: Client) -> str:
    secret: str = client.get(f"{ALLAUTH}/account/authenticators/totp").json()["meta"]["secret"]
    assert send(client, "/account/authenticators/totp", code=code_for(secret)).status_code == 200
    return secret


def session(client: Client) -> Any:
    return client.get("/api/v1/session").json()


def test_password_alone_opens_only_the_setting_up_of_the_second_factor() -> None:
    staff()
    client = Client()
    assert sign_in(client).status_code == 200
    told = session(client)
    assert told["authenticated"]
    assert told["second_factor"] == {"required": True, "enabled": False}
    refused = client.get("/api/v1/organisations")
    assert (refused.status_code, refused.json()["code"]) == (403, "second_factor_required")


def test_setting_up_the_second_factor_opens_the_work() -> None:
    account = staff()
    client = Client()
    sign_in(client)
    secret = enrol(client)
    assert session(client)["second_factor"] == {"required": False, "enabled": True}
    assert client.get("/api/v1/organisations").status_code == 200
    kept = Authenticator.objects.get(user=account, type="totp").data["secret"]
    assert kept.startswith("v1:")
    assert secret not in kept


def test_the_next_sign_in_asks_for_the_code() -> None:
    staff()
    first = Client()
    sign_in(first)
    secret = enrol(first)
    client = Client()
    asked = sign_in(client)
    pending = [flow["id"] for flow in asked.json()["data"]["flows"] if flow.get("is_pending")]
    assert (asked.status_code, pending) == (401, ["mfa_authenticate"])
    assert session(client)["authenticated"] is False
    assert send(client, "/auth/2fa/authenticate", code="000000").status_code == 400
    assert send(client, "/auth/2fa/authenticate", code=code_for(secret)).status_code == 200
    assert client.get("/api/v1/organisations").status_code == 200


def test_a_session_opened_with_the_password_alone_ends_when_another_sets_the_factor_up() -> None:
    staff()
    thief, owner = Client(), Client()
    sign_in(thief)
    sign_in(owner)
    enrol(owner)
    assert thief.get("/api/v1/organisations").status_code == 401
    assert thief.delete(f"{ALLAUTH}/account/authenticators/totp").status_code == 401
    assert session(owner)["second_factor"] == {"required": False, "enabled": True}


def test_a_session_that_never_showed_the_factor_does_no_work() -> None:
    client = Client()
    client.force_login(make.with_second_factor(staff()))
    assert client.get("/api/v1/organisations").json()["code"] == "second_factor_required"
    assert session(client)["second_factor"] == {"required": True, "enabled": True}


def test_setting_up_asks_for_the_password_again_when_the_sign_in_is_long_ago(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    staff()
    client = Client()
    sign_in(client)
    later = time.time() + 301
    monkeypatch.setattr(time, "time", lambda: later)
    secret = client.get(f"{ALLAUTH}/account/authenticators/totp").json()["meta"]["secret"]
    assert send(client, "/account/authenticators/totp", code=code_for(secret)).status_code == 401
    assert send(client, "/auth/reauthenticate", password=make.PASSWORD).status_code == 200
    assert send(client, "/account/authenticators/totp", code=code_for(secret)).status_code == 200


def test_the_picture_for_the_phone_holds_the_pending_secret() -> None:
    staff()
    client = Client()
    sign_in(client)
    assert client.get("/api/v1/session/totp-qr").status_code == 404
    client.get(f"{ALLAUTH}/account/authenticators/totp")
    picture = client.get("/api/v1/session/totp-qr")
    assert (picture.status_code, picture["Content-Type"]) == (200, "image/svg+xml")
    assert b"<svg" in picture.content[:100]
    assert Client().get("/api/v1/session/totp-qr").status_code == 401


def test_five_wrong_passwords_lock_the_account_out() -> None:
    staff()
    client = Client()
    answers = [sign_in(client, "wrong password").status_code for _ in range(6)]
    assert answers == [400] * 6
    locked = sign_in(client)
    assert locked.status_code == 400
    assert locked.json()["errors"][0]["code"] == "too_many_login_attempts"
    assert session(client)["authenticated"] is False


def test_a_judge_has_no_password_to_sign_in_with() -> None:
    make.user(username="organiser")
    assert sign_in(Client(), "").status_code == 400
    assert sign_in(Client(), "!").status_code == 400


def test_nobody_signs_up() -> None:
    answer = send(Client(), "/auth/signup", username="someone", password=make.PASSWORD)
    assert answer.status_code == 403
    assert not User.objects.filter(username="someone").exists()


def test_signing_in_and_failing_to_is_audited() -> None:
    account = staff()
    client = Client()
    sign_in(client, "wrong password")
    sign_in(client)
    enrol(client)
    client.delete(f"{ALLAUTH}/auth/session")
    send(client, "/auth/login", username="nobody-of-this-name", password="x")
    actions = list(
        AuditEntry.objects.filter(subject_id=account.id).order_by("id").values_list("action", flat=True)
    )
    assert actions == [
        "session.sign_in_failed",
        "session.sign_in",
        "second_factor.enable",
        "session.sign_out",
    ]
    assert AuditEntry.objects.count() == 4
