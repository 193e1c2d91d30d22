import pytest
from django.test import Client

from certificates.models import Certificate, CertificateKind
from certificates.tasks import render
from certificates.tasks.render import render_batch
from people.models import Organisation
from tests.certificates.conftest import Issue

BASE = "/api/v1/certificates"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render, "render_face", lambda facts, **_: b"%PDF " + facts.number.encode())


def test_a_batch_from_issue_to_file(staff: Client, issue: Issue) -> None:
    batch = issue(count=2)
    render_batch.call(str(batch.id))
    (listed,) = staff.get(f"{BASE}/batches").json()["items"]
    assert listed == staff.get(f"{BASE}/batches/{batch.id}").json()
    progress = [listed[key] for key in ("state", "total", "rendered", "failed", "eta_seconds")]
    assert progress == ["issued", 2, 2, 0, 0]
    items = staff.get(f"{BASE}?batch={batch.id}").json()["items"]
    assert [(one["holder_name"], one["award"], one["rendered"]) for one in items] == [
        ("示例一", "一等奖", True),
        ("示例二", "一等奖", True),
    ]
    pdf = staff.get(f"{BASE}/{items[0]['id']}/pdf")
    assert (pdf["Content-Type"], pdf.content) == ("application/pdf", b"%PDF " + items[0]["number"].encode())


def test_certificates_are_found_by_number_and_name_page_by_page(staff: Client, issue: Issue) -> None:
    issue(count=3)
    first = staff.get(f"{BASE}?limit=2").json()
    second = staff.get(f"{BASE}?limit=2&cursor={first['next']}").json()
    names = [one["holder_name"] for page in (first, second) for one in page["items"]]
    assert (names, second["next"]) == (["示例一", "示例二", "示例三"], None)
    assert [one["holder_name"] for one in staff.get(f"{BASE}?query=示例三").json()["items"]] == ["示例三"]
    number = Certificate.objects.get(position=2).number
    assert [one["number"] for one in staff.get(f"{BASE}?query={number}").json()["items"]] == [number]


def test_lists_need_few_statements(
    staff: Client, issue: Issue, django_assert_max_num_queries: object
) -> None:
    issue(count=5)
    with django_assert_max_num_queries(6):  # type: ignore[operator]  # session, user, second factor, roles, rows
        staff.get(BASE)
    with django_assert_max_num_queries(6):  # type: ignore[operator]
        staff.get(f"{BASE}/batches")


def test_kinds_are_made_and_changed(staff: Client, union: Organisation) -> None:
    body = {
        "organisation_id": str(union.id),
        "code": "honour",
        "title": "荣誉证书",
        "issuer": "示例市总工会",
        "number_scheme": "award",
        "number_prefix": "RY",
        "query_addresses": ["查询 https://query.example.org"],
    }
    made = staff.post(f"{BASE}/kinds", body, content_type="application/json")
    assert (made.status_code, made.json()["full_identity"]) == (201, False)
    changed = staff.patch(
        f"{BASE}/kinds/{made.json()['id']}", {"title": "新荣誉证书"}, content_type="application/json"
    )
    assert (changed.json()["title"], changed.json()["issuer"]) == ("新荣誉证书", "示例市总工会")
    assert CertificateKind.objects.get().title == "新荣誉证书"


def test_revoking_over_the_api(staff: Client, issue: Issue) -> None:
    issue()
    path = f"{BASE}/{Certificate.objects.get().id}/revocation"
    answer = staff.post(path, {"reason": "名单有误"}, content_type="application/json")
    assert (answer.json()["state"], answer.json()["state_reason"]) == ("revoked", "名单有误")
    again = staff.post(path, {"reason": "名单有误"}, content_type="application/json")
    assert (again.status_code, again.json()["code"]) == (409, "certificate_already_revoked")


@pytest.mark.django_db
def test_nobody_comes_in_without_signing_in(client: Client) -> None:
    paths = (BASE, f"{BASE}/batches", f"{BASE}/kinds")
    assert [client.get(path).status_code for path in paths] == [401, 401, 401]
