"""Versions, their permanent addresses, and the certificates of an amended one."""

import json
from typing import Any

import pytest
from django.test import Client

from certificates.actions.kind import create_kind
from certificates.models import Certificate
from competition.actions.award import AwardInput, set_award_rules
from competition.actions.result import confirm_results, publish_results
from competition.actions.sheet import reopen_sheet
from competition.queries.preview import preview
from tests import factories
from tests.competition.marking_event import Marking, marking_event

pytestmark = pytest.mark.django_db
FIRST = AwardInput(label="一等奖", label_en="First prize", kind="rank", from_rank=1, to_rank=1)
SECOND = AwardInput(label="二等奖", label_en="Second prize", kind="rank", from_rank=2, to_rank=2)


@pytest.fixture
def marking() -> Marking:
    made = marking_event(judges=1)
    for entry, points in enumerate(("8", "5", "1")):
        made.mark_all(entry, {"B1": points, "B2": "2", "B3": "3"})
    made.sign_all()
    set_award_rules(actor=made.organiser_actor, event_id=made.event.id, rules=[FIRST, SECOND])
    publish(made)
    return made


def publish(marking: Marking) -> None:
    confirm_results(
        actor=marking.chief_actor, event_id=marking.event.id, seen=preview(marking.event).fingerprint
    )
    publish_results(actor=marking.organiser_actor, event_id=marking.event.id)


def reopen(marking: Marking, entry: int) -> None:
    reopen_sheet(actor=marking.chief_actor, sheet_id=marking.sheet(entry).id, reason="申诉成立")


def amend(marking: Marking, entry: int, points: str) -> None:
    reopen(marking, entry)
    marking.give("B1", points, entry=entry)
    marking.sign_all()
    publish(marking)


def get(address: str, client: Client | None = None) -> Any:
    answer = (client or Client()).get(f"/api/v1/{address}")
    return answer.json() if answer.status_code == 200 else answer.status_code


def test_the_published_version_stands_while_a_sheet_is_open_again(marking: Marking) -> None:
    address = f"public/events/{marking.event.id}/results"
    before = get(address)
    assert (before["version"], before["state"], before["under_correction"]) == (1, "official", False)
    reopen(marking, 1)
    during = get(address)
    assert during["under_correction"] is True
    assert (during["rows"], during["content_hash"]) == (before["rows"], before["content_hash"])
    listed = get("public/events")["items"]
    assert [(row["id"], row["state"]) for row in listed] == [(str(marking.event.id), "published")]


def test_every_published_version_keeps_its_address(marking: Marking) -> None:
    amend(marking, 1, "10")
    versions = f"public/events/{marking.event.id}/versions"
    assert [row["rows"][0]["code"] for row in (get(f"{versions}/1"), get(f"{versions}/2"))] == [
        "W101",
        "W102",
    ]
    newest = get(f"public/events/{marking.event.id}/results")
    assert (newest["version"], [row["version"] for row in newest["versions"]]) == (2, [2, 1])
    assert get(f"{versions}/3") == 404


def test_the_difference_names_who_moved_and_what_happens_to_certificates(marking: Marking) -> None:
    amend(marking, 1, "10")
    found = get(f"public/events/{marking.event.id}/versions/2/difference")
    assert (found["version"], found["against"], found["unchanged"], found["award_rules_changed"]) == (
        2,
        1,
        1,
        False,
    )
    assert [
        (
            row["code"],
            row["name"],
            [(one["field"], one["before"], one["after"]) for one in row["changes"]],
            row["certificate"],
        )
        for row in found["rows"]
    ] == [
        (
            "W102",
            "林二妹",
            [("rank", "2", "1"), ("total", "76.19", "100.00"), ("award", "二等奖", "一等奖")],
            "replace",
        ),
        ("W101", "陈一鸣", [("rank", "1", "2"), ("award", "一等奖", "二等奖")], "replace"),
    ]
    assert get(f"public/events/{marking.event.id}/versions/1/difference") == 404


def test_a_version_that_is_only_confirmed_is_not_public(marking: Marking) -> None:
    reopen(marking, 1)
    marking.give("B1", "10", entry=1)
    marking.sign_all()
    confirm_results(
        actor=marking.chief_actor, event_id=marking.event.id, seen=preview(marking.event).fingerprint
    )
    for path in ("versions/2", "versions/2/difference"):
        assert get(f"public/events/{marking.event.id}/{path}") == 404
    organiser = factories.signed_in(marking.organiser)
    listed = get(f"events/{marking.event.id}/versions", organiser)["items"]
    assert [(row["version"], row["state"]) for row in listed] == [(2, "confirmed"), (1, "official")]
    found = get(f"events/{marking.event.id}/versions/2/difference", organiser)
    assert [row["name"] for row in found["rows"]] == ["林二妹", "陈一鸣"]
    chief = get(
        f"events/{marking.event.id}/versions/2/difference", factories.tablet(marking.chief, marking.event.id)
    )
    assert [(row["code"], row["name"]) for row in chief["rows"]] == [("W102", None), ("W101", None)]


def test_settings_over_http(marking: Marking) -> None:
    organiser, address = factories.signed_in(marking.organiser), f"events/{marking.event.id}/result-settings"
    assert get(address, organiser) == {"publicity_days": 0, "publicity_working_days": True}
    body = json.dumps({"publicity_days": 7, "publicity_working_days": False})
    answer = organiser.patch(f"/api/v1/{address}", body, content_type="application/json")
    assert answer.json() == {"publicity_days": 7, "publicity_working_days": False}
    for bad in ({"publicity_days": -1}, {"publicity_days": 61}):
        answer = organiser.patch(f"/api/v1/{address}", json.dumps(bad), content_type="application/json")
        assert answer.status_code == 422


def issue(marking: Marking, client: Client) -> Any:
    return client.post(
        f"/api/v1/events/{marking.event.id}/certificates",
        json.dumps({"kind_code": "award"}),
        content_type="application/json",
    ).json()


def held() -> list[tuple[str, str, str]]:
    rows = Certificate.objects.order_by("id")
    return [(row.holder_name, row.facts["award"], row.state) for row in rows]


def make_kind(marking: Marking) -> None:
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


def test_amended_results_replace_only_the_certificates_they_change(marking: Marking) -> None:
    make_kind(marking)
    organiser = factories.signed_in(marking.organiser)
    issue(marking, organiser)
    amend(marking, 2, "6")  # third → 80.95, second
    answer = issue(marking, organiser)
    assert answer["total"] == 1
    assert held() == [
        ("陈一鸣", "一等奖", "valid"),
        ("林二妹", "二等奖", "revoked"),
        ("黄三石", "二等奖", "valid"),
    ]
    assert issue(marking, organiser)["code"] == "certificates_issued"


def test_an_amendment_that_changes_no_award_leaves_every_certificate(marking: Marking) -> None:
    make_kind(marking)
    organiser = factories.signed_in(marking.organiser)
    first = issue(marking, organiser)
    amend(marking, 2, "2")
    assert issue(marking, organiser)["id"] == first["id"]
    assert [state for _, _, state in held()] == ["valid", "valid"]
