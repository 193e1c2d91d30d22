"""From standings to the published list and its certificates."""

import json
from typing import Any

import pytest
from django.test import Client

from certificates.actions.kind import create_kind
from certificates.models import Certificate
from competition.models import ResultSet
from tests import factories
from tests.competition.marking_event import Marking, marking_event

pytestmark = pytest.mark.django_db
PRIZES: list[dict[str, Any]] = [
    {"label": "一等奖", "label_en": "First prize", "kind": "rank", "from_rank": 1, "to_rank": 1},
    {"label": "优胜奖", "label_en": "Honour", "kind": "share", "share": "67", "floor": "60"},
]


@pytest.fixture
def marking() -> Marking:
    made = marking_event(judges=1)
    for entry, points in enumerate(("8", "5", "1")):
        made.mark_all(entry, {"B1": points, "B2": "2", "B3": "3"})
    return made


@pytest.fixture
def organiser(marking: Marking) -> Client:
    return factories.signed_in(marking.organiser)


@pytest.fixture
def chief(marking: Marking) -> Client:
    return factories.tablet(marking.chief, marking.event.id)


def post(client: Client, path: str, content: Any = None) -> Any:
    text = "" if content is None else json.dumps(content)
    return client.post(f"/api/v1/{path}", text, content_type="application/json")


def event(marking: Marking, path: str) -> str:
    return f"events/{marking.event.id}/{path}"


def publish(marking: Marking, organiser: Client, chief: Client) -> Any:
    address = f"/api/v1/{event(marking, 'award-rules')}"
    organiser.put(address, json.dumps(PRIZES), content_type="application/json")
    marking.sign_all()
    assert post(chief, event(marking, "confirmation")).status_code == 200
    return post(organiser, event(marking, "publication"))


def test_staff_see_names_and_the_chief_judge_codes(
    marking: Marking, organiser: Client, chief: Client
) -> None:
    for_staff = organiser.get(f"/api/v1/{event(marking, 'standings')}").json()
    for_chief = chief.get(f"/api/v1/{event(marking, 'standings')}").json()
    assert [(row["code"], row["rank"], row["total"], row["name"]) for row in for_staff["rows"]] == [
        ("W101", 1, "90.48", "陈一鸣"),
        ("W102", 2, "76.19", "林二妹"),
        ("W103", 3, "57.14", "黄三石"),
    ]
    assert [(row["code"], row["name"], row["delegation"], row["number"]) for row in for_chief["rows"]] == [
        (code, None, None, None) for code in ("W101", "W102", "W103")
    ]
    assert (for_staff["complete"], for_staff["findings"], for_staff["unresolved_ties"]) == (True, [], [])


def test_progress_and_explanation_are_there_for_staff(marking: Marking, organiser: Client) -> None:
    progress = organiser.get(f"/api/v1/{event(marking, 'progress')}").json()
    assert [(row["judge"]["role"], row["complete"], row["signed"]) for row in progress["judges"]] == [
        ("chief", 0, 0),
        ("judge", 3, 0),
    ]
    assert progress["missing"] == {"sheets": 0, "cells": 0, "items": []}
    explanation = organiser.get(f"/api/v1/entries/{marking.entries[0].id}/explanation").json()
    assert explanation["trace"]["value"] == "90.48"


def test_confirmation_names_the_open_sheets(marking: Marking, chief: Client) -> None:
    answer = post(chief, event(marking, "confirmation"))
    assert (answer.status_code, answer.json()["code"], answer.json()["data"]["count"]) == (
        409,
        "sheets_unsigned",
        3,
    )
    assert ResultSet.objects.count() == 0


def test_the_public_sees_results_only_once_published(
    marking: Marking, organiser: Client, chief: Client
) -> None:
    address = f"/api/v1/public/{event(marking, 'results')}"
    assert Client().get(address).status_code == 404
    answer = publish(marking, organiser, chief)
    assert (answer.status_code, answer.json()["state"]) == (200, "official")
    found = Client().get(address).json()
    assert found["content_hash"] == answer.json()["content_hash"]
    assert [(row["rank"], row["name"], row["total"], row["award"]) for row in found["rows"]] == [
        (1, "陈一鸣", "90.48", "一等奖"),
        (2, "林二妹", "76.19", "优胜奖"),
        (3, "黄三石", "57.14", None),
    ]
    text = json.dumps(found)
    hidden = [entry.person.identity_masked for entry in marking.entries]
    hidden += [entry.person.identity_number for entry in marking.entries]
    hidden += [str(entry.id) for entry in marking.entries] + [entry.number for entry in marking.entries]
    assert [secret for secret in hidden if secret in text] == []


def test_public_events_are_those_being_marked_or_published(marking: Marking) -> None:
    factories.event(marking.organisation)
    found = Client().get("/api/v1/public/events").json()
    assert [(row["id"], row["state"]) for row in found["items"]] == [(str(marking.event.id), "marking")]
    assert found["next"] is None


def test_award_rules_come_back_as_they_were_set(marking: Marking, organiser: Client) -> None:
    address = f"/api/v1/{event(marking, 'award-rules')}"
    answer = organiser.put(address, json.dumps(PRIZES), content_type="application/json")
    assert answer.json() == organiser.get(address).json()
    assert answer.json()["items"] == [
        {**PRIZES[0], "share": None, "floor": None},
        {**PRIZES[1], "from_rank": None, "to_rank": None, "share": "67.00", "floor": "60.00"},
    ]
    for nonsense in ("NaN", "Infinity", "1e400", "9" * 400, "10.123"):
        bad = organiser.put(
            address, json.dumps([{**PRIZES[1], "share": nonsense}]), content_type="application/json"
        )
        assert (bad.status_code, bad.json()["code"]) == (422, "invalid_input")
    assert len(organiser.get(address).json()["items"]) == 2


def test_winners_get_certificates_once(marking: Marking, organiser: Client, chief: Client) -> None:
    create_kind(
        actor=marking.organiser_actor,
        organisation=marking.organisation,
        code="award",
        title="技能竞赛获奖证书",
        issuer="示例市总工会",
        body="{holder_name}在{competition}{event}中荣获{award}。",
        number_scheme="award",
        number_prefix="SL",
        sample=True,
    )
    early = post(organiser, event(marking, "certificates"), {"kind_code": "award"})
    assert (early.status_code, early.json()["code"]) == (409, "results_not_published")
    publish(marking, organiser, chief)
    unknown = post(organiser, event(marking, "certificates"), {"kind_code": "none"})
    assert (unknown.status_code, unknown.json()["code"]) == (422, "certificate_kind_unknown")
    answer = post(organiser, event(marking, "certificates"), {"kind_code": "award"})
    assert (answer.status_code, answer.json()["total"]) == (200, 2)
    assert [
        (row.holder_name, row.facts["award"], row.facts["award_en"], row.person_id)
        for row in Certificate.objects.order_by("position")
    ] == [
        ("陈一鸣", "一等奖", "First prize", marking.entries[0].person_id),
        ("林二妹", "优胜奖", "Honour", marking.entries[1].person_id),
    ]
    again = post(organiser, event(marking, "certificates"), {"kind_code": "award"})
    assert (again.status_code, again.json()["code"]) == (409, "certificates_issued")
    assert again.json()["data"] == {"batch_id": answer.json()["id"]}
    assert Certificate.objects.count() == 2
