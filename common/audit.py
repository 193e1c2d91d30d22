"""Who did what, when, to what: written inside the action's own transaction.

Rows are chained by `seal`, outside the writers' way, so that two hundred judges never queue for one lock.
The hash is keyed (HMAC-SHA256): whoever can write to the database but has not the application's key cannot
make a chain that holds. What is cut off at the end cannot be seen from inside; `head()` is therefore printed
by `verify_audit` and may be noted elsewhere.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction
from django.db.models import Max, QuerySet

from common import clock
from common.crypto import lookup_hash
from common.models import AuditEntry, AuditSeal

LOCK = 0x4A58_0001
# Transactions may commit out of the order of their ids; a straggler further behind than this is impossible.
STRAGGLERS = 10_000
BATCH = 500


class Who(Protocol):
    """What the audit needs of an actor; `people.actor.Actor` is one."""

    @property
    def user_id(self) -> UUID | None: ...
    @property
    def device_id(self) -> UUID | None: ...
    @property
    def ip(self) -> str: ...
    @property
    def name(self) -> str: ...


def entry(
    *, actor: Who, action: str, subject: str, subject_id: UUID | str, data: Mapping[str, Any] | None = None
) -> AuditEntry:
    """An unsaved entry, for actions that write many rows at once (`AuditEntry.objects.bulk_create`)."""
    return AuditEntry(
        at=clock.now(),
        actor_id=actor.user_id,
        actor_name=actor.name,
        device_id=actor.device_id,
        ip=actor.ip or None,
        action=action,
        subject=subject,
        subject_id=str(subject_id),
        data=dict(data or {}),
    )


def record(
    *, actor: Who, action: str, subject: str, subject_id: UUID | str, data: Mapping[str, Any] | None = None
) -> AuditEntry:
    """`action` is a verb phrase such as `sheet.sign`; `data` holds plain JSON, never a full ID number."""
    row = entry(actor=actor, action=action, subject=subject, subject_id=subject_id, data=data)
    row.save(force_insert=True)
    return row


# --- the chain


@dataclass(frozen=True, slots=True)
class Broken:
    entry_id: int
    what: Literal["missing", "altered"]


def _canonical(row: AuditEntry) -> str:
    fields = {
        "id": row.id,
        "at": row.at.isoformat(),
        "actor": row.actor_id,
        "actor_name": row.actor_name,
        "device": row.device_id,
        "ip": row.ip,
        "action": row.action,
        "subject": [row.subject, row.subject_id],
        "data": row.data,
    }
    return json.dumps(
        fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False, cls=DjangoJSONEncoder
    )


def _link(previous: str, row: AuditEntry) -> str:
    return lookup_hash(f"audit\n{previous}\n{_canonical(row)}")


def seal(limit: int = BATCH) -> int:
    """Chain up to `limit` entries that are not yet sealed, in order of id; how many were."""
    if not _unsealed().exists():  # looked at often: costs no write lock while there is nothing to do
        return 0
    with transaction.atomic():
        _lock()
        last = AuditSeal.objects.order_by("-id").first()
        rows = _unsealed().order_by("id")[:limit]
        previous = last.hash if last else ""
        seals = []
        for row in rows:
            previous = _link(previous, row)
            seals.append(AuditSeal(entry=row, hash=previous))
        AuditSeal.objects.bulk_create(seals)
    return len(seals)


def _unsealed() -> QuerySet[AuditEntry]:
    newest: int = AuditSeal.objects.aggregate(newest=Max("entry_id"))["newest"] or 0
    return AuditEntry.objects.filter(id__gt=newest - STRAGGLERS, seal=None)


def _lock() -> None:
    """One sealer at a time; SQLite's transactions are immediate and so exclude each other by themselves."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def seal_pending() -> int:
    """Seal all there is, in short transactions; for the worker's loop."""
    total = 0
    while sealed := seal():
        total += sealed
    return total


def head() -> tuple[int, str]:
    """How many entries are sealed, and the hash of the last."""
    last = AuditSeal.objects.order_by("-id").first()
    return AuditSeal.objects.count(), last.hash if last else ""


def verify() -> Broken | None:
    """Recompute the whole chain; the first entry that is missing, altered or follows one that was cut out."""
    previous, after = "", 0
    while seals := list(AuditSeal.objects.filter(id__gt=after).order_by("id")[:BATCH]):
        rows = AuditEntry.objects.in_bulk([link.entry_id for link in seals])
        for link in seals:
            row = rows.get(link.entry_id)
            if row is None:
                return Broken(link.entry_id, "missing")
            if link.hash != _link(previous, row):
                return Broken(link.entry_id, "altered")
            previous = link.hash
        after = seals[-1].id
    return None
