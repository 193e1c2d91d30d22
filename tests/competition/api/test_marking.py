"""Marks, packet and signatures as a tablet sends them."""

import json
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from common import clock
from common.ids import new_id
from competition.models import RefusedMark
from tests import factories
from tests.competition.marking_event import Marking, marking_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def marking() -> Marking:
    return marking_event(entries=2, judges=2)


@pytest.fixture
def tablet(marking: Marking) -> Client:
    return factories.tablet(marking.judges[0], marking.event.id)


def body(marking: Marking, value: str | None = "7.5", code: str = "B1", **more: Any) -> dict[str, Any]:
    return {
        "sheet_id": str(marking.sheet().id),
        "aspect_id": str(marking.aspects[code].id),
        "value": value,
        "special": None,
        "device_time": clock.now().isoformat(),
        "revision": 0,
        **more,
    }


def put(client: Client, content: dict[str, Any] | str, mark_id: UUID | None = None, **headers: str) -> Any:
    text = content if isinstance(content, str) else json.dumps(content)
    address = f"/api/v1/marks/{mark_id or new_id()}"
    return client.put(address, text, content_type="application/json", headers=headers)


def post(client: Client, path: str, content: dict[str, Any]) -> Any:
    return client.post(f"/api/v1/{path}", json.dumps(content), content_type="application/json")


def test_a_mark_is_saved_and_repeated(marking: Marking, tablet: Client) -> None:
    mark_id, content = new_id(), body(marking)
    answers = [put(tablet, content, mark_id) for _ in range(2)]
    assert [(answer.status_code, answer.json()) for answer in answers] == [
        (200, {"id": str(mark_id), "state": state, "sheet_revision": 1, "counts": True})
        for state in ("saved", "repeated")
    ]


def test_a_refused_mark_is_a_problem_in_the_language_of_the_page(marking: Marking, tablet: Client) -> None:
    before = marking.rows()
    english = put(tablet, body(marking, "10.5"), accept_language="en")
    chinese = put(tablet, body(marking, "10.5"), accept_language="zh-CN")
    assert (english.status_code, english["Content-Type"]) == (422, "application/problem+json")
    assert english.json()["code"] == "mark_above_maximum"
    assert english.json()["detail"] == "10.5 is above the maximum of 10."
    assert english.json()["data"] == {"value": "10.5", "maximum": "10"}
    assert chinese.json()["detail"] == "10.5 超过最高分 10。"
    assert marking.rows() == before
    assert RefusedMark.objects.count() == 2


def test_what_is_no_mark_at_all_is_invalid_and_changes_nothing(marking: Marking, tablet: Client) -> None:
    good = body(marking)
    bad: list[dict[str, Any] | str] = [
        "not json",
        "[]",
        json.dumps(good).replace('"7.5"', "NaN"),
        json.dumps(good).replace('"7.5"', "7.5"),
        {**good, "device_time": "yesterday"},
        {**good, "device_time": "2026-11-22T10:00:00"},
        {**good, "sheet_id": "W101"},
        {**good, "revision": -1},
        {**good, "revision": 2**31},
        {key: value for key, value in good.items() if key != "aspect_id"},
    ]
    before = marking.rows()
    answers = [put(tablet, content) for content in bad]
    assert [(answer.status_code, answer.json()["code"]) for answer in answers] == [
        (400, "bad_request"),
        *[(422, "invalid_input")],
        *[(422, "invalid_input")] * 8,
    ]
    assert marking.rows() == before


def test_a_batch_answers_each_mark(marking: Marking, tablet: Client) -> None:
    foreign = body(marking, sheet_id=str(marking.sheet(judge=1).id))
    marks = [body(marking), body(marking, "9" * 400), foreign, body(marking, "2", "B2")]
    answer = post(tablet, "marks/batch", {"marks": [{"id": str(new_id()), **mark} for mark in marks]})
    assert answer.status_code == 200
    results = answer.json()["results"]
    assert [
        (one["state"], one["sheet_revision"], one["problem"] and one["problem"]["code"]) for one in results
    ] == [
        ("saved", 1, None),
        ("refused", 1, "mark_not_a_number"),
        ("refused", 0, "sheet_not_yours"),
        ("saved", 2, None),
    ]
    assert results[1]["problem"]["detail"].endswith("请重新输入。")


def test_a_batch_has_an_end(marking: Marking, tablet: Client) -> None:
    marks = [{"id": str(new_id()), **body(marking)}] * 501
    answer = post(tablet, "marks/batch", {"marks": marks})
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_input")
    assert marking.sheet().revision == 0


def test_the_packet_comes_by_the_tablet_and_never_holds_a_name(marking: Marking, tablet: Client) -> None:
    mark_id = new_id()
    put(tablet, body(marking), mark_id)
    answer = tablet.get("/api/v1/judge/packet")
    assert answer.status_code == 200
    packet = answer.json()
    (sheet, _) = packet["sheets"]
    (mark,) = sheet["marks"].values()
    assert (mark["id"], mark["value"]) == (str(mark_id), "7.5")
    text = answer.content.decode()
    assert [entry.person.name for entry in marking.entries if entry.person.name in text] == []
    assert [entry.number for entry in marking.entries if entry.number in text] == []


def test_a_revoked_tablet_marks_no_more(marking: Marking, tablet: Client) -> None:
    marking.judges[0].devices.update(revoked_at=clock.now())
    answer = put(tablet, body(marking))
    assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")
    assert marking.sheet().revision == 0


def test_a_page_of_another_site_cannot_mark(marking: Marking, tablet: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = tablet.cookies
    answer = put(strict, body(marking))
    assert (answer.status_code, answer.json()["code"]) == (403, "csrf_failed")
    assert marking.sheet().revision == 0


def test_sign_and_reopen(marking: Marking, tablet: Client) -> None:
    path = f"sheets/{marking.sheet().id}"
    incomplete = post(tablet, f"{path}/signature", {"revision": 0})
    assert (incomplete.status_code, incomplete.json()["code"], incomplete.json()["data"]["count"]) == (
        409,
        "sheet_incomplete",
        3,
    )
    for code, value in (("B1", "8"), ("B2", "2"), ("B3", "3")):
        put(tablet, body(marking, value, code))
    signed = post(tablet, f"{path}/signature", {"revision": 3})
    assert (signed.status_code, signed.json()["state"]) == (200, "signed")
    late = put(tablet, body(marking, "9"))
    assert (late.status_code, late.json()["code"]) == (409, "sheet_signed")
    chief = factories.tablet(marking.chief, marking.event.id)
    reopened = post(chief, f"{path}/reopening", {"reason": "复核"})
    assert reopened.json() == {
        "id": str(marking.sheet().id),
        "state": "open",
        "revision": 3,
        "signed_at": None,
    }
    too_long = post(chief, f"{path}/reopening", {"reason": "复" * 201})
    assert (too_long.status_code, too_long.json()["code"]) == (422, "invalid_input")
