import hashlib
from importlib import import_module

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from certificates.models import Certificate
from tests.certificates.conftest import Issue

VERIFICATION = import_module("certificates.api.verification")  # the package's name of it is the router
PATH = "/api/v1/public/certificates/verify"


def test_anybody_may_ask_by_code_or_by_number_and_name(client: Client, issue: Issue) -> None:
    issue()
    certificate = Certificate.objects.get()
    by_code = client.get(PATH, {"token": certificate.token}).json()
    by_number = client.get(PATH, {"number": certificate.number, "name": "示例一"}).json()
    assert by_code == by_number
    assert (by_code["status"], by_code["holder"], by_code["issued_on"]) == (
        "valid",
        "示**",
        certificate.issued_on.isoformat(),
    )
    assert "示例一" not in str(by_code)


@pytest.mark.django_db
def test_an_incomplete_question_is_told_what_is_missing(client: Client) -> None:
    answer = client.get(PATH, {"number": "SL2026000001"}, headers={"Accept-Language": "en"})
    assert (answer.status_code, answer.json()["code"]) == (422, "verification_incomplete")
    assert "holder's name" in answer.json()["detail"]


@pytest.mark.django_db
def test_guessing_is_slowed_down(client: Client) -> None:
    codes = [client.get(PATH, {"token": f"guess{n}"}).status_code for n in range(VERIFICATION.PER_MINUTE + 1)]
    assert codes == [200] * VERIFICATION.PER_MINUTE + [429]


def test_the_file_itself_is_checked(client: Client, issue: Issue) -> None:
    issue()
    genuine = b"%PDF genuine"
    Certificate.objects.update(pdf_hash=hashlib.sha256(genuine).hexdigest())
    answers = [
        client.post(f"{PATH}-file", {"file": SimpleUploadedFile("a.pdf", content)}).json()["status"]
        for content in (genuine, genuine + b" ")
    ]
    assert answers == ["valid", "unknown"]


@pytest.mark.django_db
def test_large_files_are_refused(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(VERIFICATION, "LARGEST_FILE", 10)
    answer = client.post(f"{PATH}-file", {"file": SimpleUploadedFile("a.pdf", b"x" * 11)})
    assert (answer.status_code, answer.json()["code"]) == (413, "verification_file_too_large")
