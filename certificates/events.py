from typing import Literal
from uuid import UUID

from common.events import Event


class BatchOpened(Event):
    """A batch has certificates to render: a new one, or one whose failed certificates are tried again."""

    type: Literal["batch_opened"] = "batch_opened"
    batch_id: UUID


class BatchIssued(Event):
    type: Literal["batch_issued"] = "batch_issued"
    batch_id: UUID


class CertificateRevoked(Event):
    type: Literal["certificate_revoked"] = "certificate_revoked"
    certificate_id: UUID


def batch_topic(batch_id: UUID | str) -> str:
    return f"batch.{batch_id}"
