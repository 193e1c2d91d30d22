from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from pytest_django import Settings

from common import audit
from common.models import AuditEntry, AuditSeal
from people.actor import SYSTEM
from tests import factories as make

pytestmark = pytest.mark.django_db


def write(count: int) -> list[AuditEntry]:
    return [
        audit.record(
            actor=SYSTEM, action="sheet.sign", subject="sheet", subject_id=str(n), data={"revision": n}
        )
        for n in range(count)
    ]


def test_an_entry_says_who_what_and_from_where() -> None:
    account = make.user("示例裁判员")
    audit.record(actor=make.actor_for(account), action="sheet.sign", subject="sheet", subject_id="7")
    row = AuditEntry.objects.get()
    assert (row.actor_id, row.actor_name, row.ip, row.device_id) == (
        account.id,
        "示例裁判员",
        "192.0.2.1",
        None,
    )
    assert (row.action, row.subject, row.subject_id, row.data) == ("sheet.sign", "sheet", "7", {})


def test_sealing_chains_every_entry_once_in_order() -> None:
    rows = write(5)
    assert [audit.seal(limit=2), audit.seal(limit=2), audit.seal(limit=2), audit.seal(limit=2)] == [
        2,
        2,
        1,
        0,
    ]
    assert list(AuditSeal.objects.order_by("id").values_list("entry_id", flat=True)) == [r.id for r in rows]
    assert audit.verify() is None


def test_seal_pending_seals_all_in_batches() -> None:
    write(audit.BATCH + 3)
    assert audit.seal_pending() == audit.BATCH + 3
    assert audit.verify() is None
    assert audit.head()[0] == audit.BATCH + 3


def test_an_entry_committed_late_is_sealed_behind_its_successors() -> None:
    first, late, last = write(3)
    for row in (first, last):
        AuditSeal.objects.create(entry=row, hash=audit._link(audit.head()[1], row))
    assert audit.seal() == 1
    assert AuditSeal.objects.order_by("-id")[0].entry_id == late.id
    assert audit.verify() is None


@pytest.mark.parametrize(
    "change",
    [
        {"actor_name": "x"},
        {"action": "sheet.reopen"},
        {"subject_id": "99"},
        {"data": {"revision": 99}},
        {"ip": "198.51.100.1"},
    ],
    ids=lambda c: next(iter(c)),
)
def test_an_altered_entry_is_named(change: dict[str, object]) -> None:
    rows = write(4)
    audit.seal()
    AuditEntry.objects.filter(id=rows[2].id).update(**change)
    assert audit.verify() == audit.Broken(rows[2].id, "altered")


def test_an_altered_time_is_named() -> None:
    rows = write(2)
    audit.seal()
    AuditEntry.objects.filter(id=rows[0].id).update(at=rows[0].at + timedelta(microseconds=1))
    assert audit.verify() == audit.Broken(rows[0].id, "altered")


def test_an_entry_cut_out_with_its_seal_breaks_the_next() -> None:
    rows = write(4)
    audit.seal()
    AuditSeal.objects.filter(entry=rows[1]).delete()
    rows[1].delete()
    assert audit.verify() == audit.Broken(rows[2].id, "altered")


def test_an_entry_removed_behind_its_seal_is_missing() -> None:
    rows = write(3)
    audit.seal()
    with connection.constraint_checks_disabled(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM common_auditentry WHERE id = %s", [rows[2].id])
        broken = audit.verify()
        cursor.execute("DELETE FROM common_auditseal WHERE entry_id = %s", [rows[2].id])
    assert broken == audit.Broken(rows[2].id, "missing")


def test_a_chain_made_anew_without_the_key_does_not_hold(settings: Settings) -> None:
    rows = write(2)
    settings.LOOKUP_KEY = "00" * 32  # the forger's
    audit.seal()
    settings.LOOKUP_KEY = "11" * 32
    assert audit.verify() == audit.Broken(rows[0].id, "altered")


def test_the_command_notices_what_was_cut_off_at_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    rows = write(3)
    call_command("verify_audit")
    noted = capsys.readouterr().out.split()[-1]
    assert noted == audit.head()[1]
    AuditSeal.objects.filter(entry=rows[2]).delete()
    rows[2].delete()
    call_command("verify_audit")
    with pytest.raises(CommandError, match="cut off"):
        call_command("verify_audit", noted=noted)
