import json
from typing import Any

import pytest
from django.test import Client

from tests import factories as make

pytestmark = pytest.mark.django_db


def test_every_answer_of_the_api_is_uncached_and_locked_down() -> None:
    answer = Client().get("/api/v1/session")
    assert answer["Cache-Control"] == "no-store"
    assert "default-src 'self'; script-src 'self';" in answer["Content-Security-Policy"]
    assert answer["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        ("", "请先登录，再重试。"),
        ("zh-CN", "请先登录，再重试。"),
        ("fr", "请先登录，再重试。"),
        ("en", "Please sign in, then try again."),
        ("en-GB,zh;q=0.5", "Please sign in, then try again."),
    ],
)
def test_sentences_come_in_the_language_of_the_page(wanted: str, sentence: str) -> None:
    answer = Client().get("/api/v1/organisations", headers={"Accept-Language": wanted})
    assert (answer.status_code, answer["Content-Type"]) == (401, "application/problem+json")
    assert answer.json()["detail"] == sentence


@pytest.mark.parametrize("text", ["a\x00b", "\x00"])
def test_a_nul_character_is_refused_and_changes_nothing(text: str) -> None:
    admin = make.administrator(make.organisation())
    client = make.signed_in(admin)
    body: dict[str, Any] = {"parent_id": None, "name": text, "name_en": "", "level": "city", "code": ""}
    for sent in (json.dumps(body), json.dumps(body, ensure_ascii=False).replace("\\u0000", "\x00")):
        answer = client.post("/api/v1/organisations", data=sent, content_type="application/json")
        assert (answer.status_code, answer.json()["code"]) == (400, "bad_request")
    assert client.get("/api/v1/people?query=%00").json()["code"] == "bad_request"


def test_an_address_that_no_operation_has_is_a_problem_too() -> None:
    for path in ("/api/v1/nothing", "/api/v1/public/events/x/versions/y"):
        answer = Client().get(path, headers={"Accept-Language": "en"})
        assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
        assert answer.json()["code"] == "not_found"
