from dataclasses import replace
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from certificates.models import Batch, Certificate, CertificateKind
from certificates.queries.integrity import Fault, register_faults
from certificates.tasks import render
from certificates.tasks.render import render_batch
from people.models import Person
from tests.certificates.conftest import LEVEL_ROW, Issue


@pytest.fixture
def batch(
    issue: Issue, holder: Person, level_kind: CertificateKind, monkeypatch: pytest.MonkeyPatch
) -> Batch:
    monkeypatch.setattr(render, "render_face", lambda facts, **_: b"%PDF " + facts.number.encode())
    made = issue(replace(LEVEL_ROW, person_id=holder.id), replace(LEVEL_ROW, level="4"), kind="level")
    render_batch.call(str(made.id))
    return made


def faults() -> list[Fault]:
    return list(register_faults())


def test_a_register_nobody_touched_agrees(batch: Batch) -> None:
    out = StringIO()
    call_command("verify_register", stdout=out)
    assert out.getvalue() == "2 certificates: all agree\n"


@pytest.mark.parametrize(
    ("change", "code"),
    [({"identity_number": "440524188001010014"}, "identity"), ({"pdf": b"%PDF other"}, "pdf")],
)
def test_each_change_is_found(batch: Batch, change: dict[str, object], code: str) -> None:
    number = Certificate.objects.get(position=1).number
    Certificate.objects.filter(position=1).update(**change)
    assert faults() == [Fault(number, code)]


def test_a_pdf_replaced_together_with_its_hash_breaks_the_manifest(batch: Batch) -> None:
    content = b"%PDF other"
    digest = "c6f5d0a2f1a1a45ad0ee3f5bb0b2a3b2c9d0f7f4"
    Certificate.objects.filter(position=1).update(pdf=content, pdf_hash=digest)
    assert Fault(f"batch {batch.id}", "manifest") in faults()


def test_a_deleted_certificate_is_missed_in_batch_and_series(batch: Batch) -> None:
    gone = Certificate.objects.get(position=2)
    stem = gone.number[:-6]
    gone.delete()
    assert faults() == [Fault(f"batch {batch.id}", "missing"), Fault(f"series {stem}", "missing")]


def test_the_command_fails_loudly(batch: Batch) -> None:
    Certificate.objects.filter(position=1).update(signature="")
    err = StringIO()
    with pytest.raises(CommandError, match="1 faults in a register of 2"):
        call_command("verify_register", stderr=err)
    assert err.getvalue().strip().endswith(": signature")


def test_pdfs_are_encrypted_at_rest(batch: Batch) -> None:
    raw = Certificate.objects.raw("SELECT id, pdf AS sealed FROM certificates_certificate")
    assert [b"%PDF" in bytes(vars(row)["sealed"]) for row in raw] == [False, False]
    assert bytes(Certificate.objects.get(position=1).pdf or b"").startswith(b"%PDF Y0001")
