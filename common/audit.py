"""Who did what, when, to what: written inside the action's own transaction.

Rows are chained by hash (`AuditEntry.previous_hash`) by `seal`, outside the writers' way, so that two
hundred judges never queue for one lock. `verify` recomputes the whole chain.
"""

from collections.abc import Mapping
from typing import Any, Protocol
from uuid import UUID

from common import clock
from common.models import AuditEntry


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
