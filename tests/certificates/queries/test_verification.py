from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from certificates.domain.facts import facts_hash
from certificates.models import Certificate
from certificates.queries import integrity, verification
from certificates.queries.verification import verify_file, verify_number, verify_token
from tests.certificates.conftest import Issue


@pytest.fixture
def certificate(issue: Issue) -> Certificate:
    issue()
    return Certificate.objects.get()


def test_the_code_tells_what_the_paper_says_with_the_holder_masked(certificate: Certificate) -> None:
    verdict = verify_token(certificate.token)
    assert (verdict.status, verdict.holder, verdict.number) == ("valid", "示**", certificate.number)
    assert (verdict.issuer, verdict.sample, verdict.hash) == ("示例市总工会", True, certificate.facts_hash)
    assert verdict.facts["award"] == "一等奖"
    assert "示例一" not in str(verdict)


def test_number_and_name_must_both_be_right(certificate: Certificate) -> None:
    assert verify_number(f" {certificate.number.lower()} ", " 示例一 ").status == "valid"
    wrong_name = verify_number(certificate.number, "示例二")
    wrong_number = verify_number("SL2026999999", "示例一")
    assert wrong_name == wrong_number == verify_token("x")
    assert wrong_name.status == "unknown"


@pytest.mark.parametrize(
    "change",
    [
        {"holder_name": "别人"},
        {"issued_on": date(2020, 1, 1)},
        {"facts_hash": "0" * 64},
        {"signature": "AAAA"},
        {"number": "SL2026000099"},
    ],
)
def test_a_row_changed_behind_our_back_is_altered_and_not_repeated(
    certificate: Certificate, change: dict[str, object]
) -> None:
    Certificate.objects.update(**change)
    verdict = verify_token(certificate.token)
    assert (verdict.status, verdict.holder, verdict.facts) == ("altered", "", {})


def test_facts_changed_together_with_their_hash_still_lack_the_signature(certificate: Certificate) -> None:
    facts = {**certificate.facts, "award": "特等奖"}
    Certificate.objects.update(facts=facts, facts_hash=facts_hash(facts))
    assert verify_token(certificate.token).status == "altered"


def test_only_the_very_file_is_known(certificate: Certificate) -> None:
    Certificate.objects.update(pdf_hash="ab" * 32)
    assert verify_file("ab" * 32).status == "valid"
    assert (verify_file("cd" * 32).status, verify_file("").status) == ("unknown", "unknown")


def test_a_miss_does_the_work_of_a_hit(
    certificate: Certificate,
    monkeypatch: pytest.MonkeyPatch,
    django_assert_num_queries: object,
) -> None:
    """One look-up, one canonical form hashed, one signature checked, in each case."""
    verification._decoy()
    calls: list[str] = []
    for name in ("facts_hash", "is_signed"):
        real = getattr(integrity, name)

        def noted(*args: Any, _real: Callable[..., Any] = real, _name: str = name) -> Any:
            calls.append(_name)
            return _real(*args)

        monkeypatch.setattr(integrity, name, noted)
    work = []
    questions: list[Callable[[], Any]] = [
        lambda: verify_token(certificate.token),
        lambda: verify_token("unknown"),
        lambda: verify_number(certificate.number, "示例一"),
        lambda: verify_number(certificate.number, "别人"),
        lambda: verify_number("SL0", "别人"),
    ]
    for question in questions:
        calls.clear()
        with django_assert_num_queries(1):  # type: ignore[operator]
            question()
        work.append(list(calls))
    assert work == [["facts_hash", "is_signed"]] * 5
