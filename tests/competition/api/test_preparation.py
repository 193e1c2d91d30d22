"""From an empty database to the first sheet, over HTTP, as the console does it."""

import io
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from common import clock
from common.models import StoredFile
from common.spreadsheets import XLSX, read_grid
from competition.actions.panel import MemberFacts, create_panel
from competition.models import Entry, Module, Sheet
from people.models import PairingCode, Role
from tests import factories
from tests.competition.setup_event import EXAMPLES, Setup, an_event, line, with_entries, with_scheme, workbook

pytestmark = pytest.mark.django_db


def post(client: Client, path: str, body: object = None, status: int = 200) -> Any:
    answer = client.post(f"/api/v1{path}", body or {}, content_type="application/json")
    assert answer.status_code == status, answer.content
    return answer.json()


def get(client: Client, path: str, status: int = 200) -> Any:
    answer = client.get(f"/api/v1{path}")
    assert answer.status_code == status, answer.content
    return answer.json()


def upload(client: Client, path: str, content: bytes, name: str = "a.xlsx") -> Any:
    answer = client.post(f"/api/v1{path}", {"file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 200, answer.content
    return answer.json()


def console(setup: Setup) -> Client:
    return factories.signed_in(setup.organiser)


def test_a_whole_event_is_set_up_and_started() -> None:
    organisation = factories.organisation()
    client = factories.signed_in(factories.organiser(organisation))
    competition = post(
        client,
        "/competitions",
        {
            "organisation_id": str(organisation.id),
            "name": "光伏硅片技能竞赛（示例）",
            "level": "city",
            "starts_on": "2026-05-01",
            "ends_on": "2026-05-02",
        },
        201,
    )
    event = post(
        client,
        f"/competitions/{competition['id']}/events",
        {"code": "PV", "name": "硅片加工（示例）", "occupation": "硅片加工", "theory_weight": "30"},
        201,
    )
    path = f"/events/{event['id']}"
    assert (event["state"], event["theory_weight"], event["board_shows"]) == ("setup", "30.00", "totals")
    for kind in ("scheme", "roster"):
        report = upload(client, f"{path}/{kind}/import", (EXAMPLES / f"{kind}.xlsx").read_bytes())
        assert (report["applied"], report["rejected"], report["corrected_file"]) == (True, 0, None)
    modules = get(client, f"{path}/scheme")["modules"]
    marked = [module["id"] for module in modules if module["source"] == "sheets"]
    members = [{"name": "总裁判", "role": "chief"}, {"name": "裁判甲"}, {"name": "裁判乙"}]
    panel = post(client, f"{path}/panels", {"name": "一组", "module_ids": marked, "members": members}, 201)
    assert [(member["name"], member["role"]) for member in panel["members"]] == [
        ("总裁判", "chief"),
        ("裁判甲", "judge"),
        ("裁判乙", "judge"),
    ]
    drawn = post(client, f"{path}/draw", {"seed": "骰子 3 5 2"})
    assert (len(drawn["entries"]), drawn["algorithm"]) == (96, "jiangxin-draw-1")
    readiness = get(client, f"{path}/readiness")
    assert (readiness["ready"], [step["done"] for step in readiness["steps"]]) == (True, [True] * 4 + [False])
    assert post(client, f"{path}/start")["state"] == "marking"
    assert Sheet.objects.count() == 96 * 2 * 2


def test_the_scheme_tree_carries_the_rule_each_aspect_is_marked_by() -> None:
    setup = with_scheme(an_event())
    module = get(console(setup), f"/events/{setup.event.id}/scheme")["modules"][1]
    sub = module["criteria"][0]["sub_criteria"][1]
    aspect = sub["aspects"][0]
    assert (module["code"], sub["code"], aspect["code"]) == ("A", "A2", "A2.1")
    assert (aspect["kind"], aspect["max_mark"], aspect["rule"]["nominal"]) == ("tolerance", "8.00", "130")


def test_a_rejected_roster_offers_the_corrected_file_to_its_maker_only() -> None:
    setup = an_event()
    client = console(setup)
    report = upload(client, f"/events/{setup.event.id}/roster/import", workbook([line(1), line(2, 姓名="")]))
    assert report["rows"] == [
        {
            "row": 3,
            "column": "A",
            "field": "name",
            "value": "",
            "code": "value_missing",
            "detail": "“姓名”为空，请填写。",
        }
    ]
    answer = client.get(report["corrected_file"])
    assert (answer.status_code, answer["Content-Type"]) == (200, XLSX)
    assert read_grid(answer.content, file_name="a.xlsx").rows[2][-1] == "“姓名”为空，请填写。"
    colleague = factories.signed_in(factories.organiser(setup.organisation))
    assert colleague.get(report["corrected_file"]).status_code == 404
    StoredFile.objects.update(expires_at=clock.now())
    assert client.get(report["corrected_file"]).status_code == 404


def test_the_report_speaks_the_language_of_the_page() -> None:
    setup = an_event()
    file = SimpleUploadedFile("a.xlsx", workbook([line(1, 姓名="")]))
    answer = console(setup).post(
        f"/api/v1/events/{setup.event.id}/roster/import", {"file": file}, headers={"Accept-Language": "en"}
    )
    assert answer.json()["rows"][0]["detail"] == "“Name” is empty. Please fill it in."


def test_entries_are_masked_paged_and_found_by_name_or_code() -> None:
    setup = with_entries(an_event(), 3)
    client, path = console(setup), f"/events/{setup.event.id}/entries"
    first = get(client, f"{path}?limit=2")
    second = get(client, f"{path}?limit=2&cursor={first['next']}")
    assert [row["number"] for row in first["items"] + second["items"]] == ["001", "002", "003"]
    assert second["next"] is None
    row = first["items"][0]
    assert (row["name"], row["identity"], row["theory_score"]) == (
        "钱示例",
        f"320000********{identity_end(1)}",
        "80.00",
    )
    assert "identity_number" not in str(first)
    assert [row["number"] for row in get(client, f"{path}?query=孙")["items"]] == ["002"]
    assert get(client, f"{path}?state=absent")["items"] == []


def identity_end(position: int) -> str:
    return line(position)[1][-4:]


def test_an_organiser_on_the_panel_sees_no_names() -> None:
    setup = with_entries(an_event(), 1)
    factories.grant(setup.organiser, Role.JUDGE, event_id=setup.event.id)
    for path in ("entries", "draw"):
        assert get(console(setup), f"/events/{setup.event.id}/{path}", 403)["code"] == "not_allowed"


def test_the_chief_judge_changes_a_state_without_learning_a_name() -> None:
    setup = with_entries(an_event(), 1)
    entry = Entry.objects.get()
    tablet = factories.tablet(factories.chief_judge(setup.event.id), setup.event.id)
    answer = tablet.patch(
        f"/api/v1/entries/{entry.id}",
        {"state": "absent", "reason": "未到场"},
        content_type="application/json",
    )
    assert answer.json() == {
        "id": str(entry.id),
        "work_code": "",
        "state": "absent",
        "state_reason": "未到场",
    }


def a_panel(setup: Setup, *names: str) -> str:
    members = [MemberFacts(name) for name in names]
    panel = create_panel(actor=setup.actor, event_id=setup.event.id, name="硅片组", members=members)
    return f"/api/v1/panels/{panel.id}/codes.pdf"


def test_the_sheet_of_codes_has_a_slip_for_each_judge() -> None:
    setup = an_event()
    answer = console(setup).get(a_panel(setup, "裁判甲", "裁判乙"))
    assert answer["Content-Type"] == "application/pdf"
    pages = PdfReader(io.BytesIO(answer.content)).pages
    text = "".join(page.extract_text() for page in pages)
    assert len(pages) == 1
    assert (text.count("裁判甲"), text.count("裁判乙"), text.count("/pair")) == (1, 1, 4)
    with pypdfium2.PdfDocument(answer.content) as document:
        found = zxingcpp.read_barcodes(document[0].render(scale=2).to_pil())
    codes = [barcode.text.partition("/pair#")[2] for barcode in found]
    assert len(set(codes)) == 2
    assert all(code in text for code in codes)
    assert PairingCode.objects.count() == 2


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_sites_page_cannot_have_codes_issued(site: str) -> None:
    setup = an_event()
    answer = console(setup).get(a_panel(setup, "裁判甲"), headers={"Sec-Fetch-Site": site})
    assert answer.status_code == 403
    assert PairingCode.objects.count() == 0


def statements(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        get(client, path)
    return len(queries)


def grow(setup: Setup) -> None:
    """Three of everything that a list shows."""
    for number in (2, 3):
        actor = setup.actor
        create_panel(
            actor=actor, event_id=setup.event.id, name=f"组{number}", members=[MemberFacts(f"裁判{number}")]
        )
        setup.event.competition.events.create(code=f"X{number}", name="x", occupation="x")
        factories.competition(setup.organisation)
    with_entries(setup, 3)


@pytest.mark.parametrize(
    "path",
    [
        "/competitions",
        "/events",
        "/events/{event}",
        "/events/{event}/entries",
        "/events/{event}/panels",
        "/events/{event}/readiness",
        "/events/{event}/scheme",
    ],
)
def test_a_list_costs_the_same_with_one_row_and_with_three(path: str) -> None:
    setup = with_entries(an_event(), 1)
    first = Module.objects.create(event=setup.event, code="A", name="A", weight=70, max_score=1)
    criterion = first.criteria.create(code="A", name="A")
    aspects = criterion.sub_criteria.create(code="A1", name="A1").aspects
    aspects.create(module=first, code="A1.1", description="x", max_mark=1, rule={"kind": "binary"})
    create_panel(actor=setup.actor, event_id=setup.event.id, name="组1", members=[MemberFacts("裁判1")])
    client, address = console(setup), path.format(event=setup.event.id)
    get(client, address)
    once = statements(client, address)
    grow(setup)
    with_scheme(setup)
    assert statements(client, address) == once
