"""Certificates that stand for an event's results, whichever version they were issued from."""

from collections.abc import Mapping
from typing import TypeAlias
from uuid import UUID

from certificates.models import Batch, Certificate, CertificateState
from competition.models import Event, ResultSet

HeldKey: TypeAlias = tuple[UUID | None, str, str]  # person, name and award as printed


def issued_certificates(event: Event) -> Mapping[HeldKey, UUID]:
    """Those not revoked."""
    rows = Certificate.objects.filter(batch__in=_batch_ids(event), state=CertificateState.VALID)
    found = rows.values_list("id", "person_id", "holder_name", "facts")
    return {(person, name, facts["award"]): id_ for id_, person, name, facts in found}


def earlier_batch(event: Event) -> Batch | None:
    return Batch.objects.filter(id__in=_batch_ids(event)).order_by("id").last()


def _batch_ids(event: Event) -> list[UUID]:
    results = ResultSet.objects.filter(event=event, certificate_batch_id__isnull=False)
    return [id_ for id_ in results.values_list("certificate_batch_id", flat=True) if id_ is not None]
