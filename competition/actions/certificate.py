"""Published results become a batch of certificates; only plain facts leave this app."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.shortcuts import get_object_or_404

from certificates.actions.batch import CertificateRow, create_batch
from certificates.actions.certificate import revoke_certificate
from certificates.models import Batch
from common import audit
from common.errors import problem
from competition.models import Entry, Event, EventState, ResultSet, ResultState
from competition.permissions import can_organise
from competition.queries.issued import HeldKey, earlier_batch, issued_certificates
from competition.queries.result import latest_result
from people.actor import Actor
from people.permissions import require

RESULTS_NOT_PUBLISHED = problem(
    "results_not_published",
    409,
    "成绩公布后才能制作证书。",
    "Certificates can be issued once the results are published.",
)
RESULTS_NOT_OFFICIAL = problem(
    "results_not_official",
    409,
    "成绩尚在公示，转为正式成绩后才能制作证书。",
    "The results are still provisional. Certificates can be issued once they are official.",
)
NOBODY_AWARDED = problem(
    "nobody_awarded",
    409,
    "没有获奖选手，无法制作证书。请核对奖项规则。",
    "Nobody has won an award, so there is no certificate to issue. Please check the award rules.",
)
CERTIFICATES_ISSUED = problem(
    "certificates_issued",
    409,
    "本赛项的证书已经制作，请打开已有批次。",
    "Certificates of this event have already been issued. Please open the existing batch.",
)


@transaction.atomic
def issue_certificates(*, actor: Actor, event_id: UUID, kind_code: str) -> Batch:
    """One batch per result set, one certificate per entry with an award, in order of rank. For amended results
    only what the amendment changed: certificates that no longer hold are revoked, new ones made.

    Raises not_found, not_allowed, results_not_published, results_not_official, certificates_issued, nobody_awarded
    and what `certificates.actions.batch.create_batch` raises.
    """
    rows = Event.objects.select_related("competition__organisation").select_for_update(of=("self",))
    event = get_object_or_404(rows, id=event_id)
    require(can_organise(actor, event.competition))
    result = latest_result(event)
    if result is None or event.state != EventState.PUBLISHED:
        raise RESULTS_NOT_PUBLISHED()
    if result.state != ResultState.OFFICIAL:
        raise RESULTS_NOT_OFFICIAL()
    if result.certificate_batch_id:
        raise CERTIFICATES_ISSUED(batch_id=str(result.certificate_batch_id))
    held, facts = issued_certificates(event), _facts(event, result)
    missing = [row for row in facts if held.get(_key(row)) is None]
    wanted = {_key(row) for row in facts}
    for key, certificate_id in held.items():
        if key not in wanted:
            reason = f"成绩更正（第 {result.version} 版）"
            revoke_certificate(actor=actor, certificate_id=certificate_id, reason=reason)
    batch = _batch(actor, event, result, kind_code, missing) if missing else earlier_batch(event)
    if batch is None:
        raise NOBODY_AWARDED()
    result.certificate_batch_id = batch.id
    result.save(update_fields=["certificate_batch_id"])
    audit.record(
        actor=actor,
        action="certificates.issue",
        subject="event",
        subject_id=event.id,
        data={"batch_id": str(batch.id), "certificates": len(missing), "content_hash": result.content_hash},
    )
    return batch


def _batch(
    actor: Actor, event: Event, result: ResultSet, kind_code: str, rows: list[CertificateRow]
) -> Batch:
    return create_batch(
        actor=actor,
        organisation=event.competition.organisation,
        kind_code=kind_code,
        source_id=result.id,
        source_label=f"{event.competition.name} · {event.name}"[:200],
        rows=rows,
    )


def _key(row: CertificateRow) -> HeldKey:
    return row.person_id, row.holder_name, row.award


def _facts(event: Event, result: ResultSet) -> list[CertificateRow]:
    """From the frozen rows, so that a certificate says what was published."""
    awarded = [row for row in result.content["rows"] if row["award"]]
    people = dict(Entry.objects.filter(event=event).values_list("id", "person_id"))
    return [_fact(event, row, people[UUID(row["entry_id"])]) for row in awarded]


def _fact(event: Event, row: dict[str, Any], person_id: UUID) -> CertificateRow:
    return CertificateRow(
        holder_name=row["name"],
        holder_name_en=row["name_en"],
        person_id=person_id,
        occupation=event.occupation,
        occupation_en=event.occupation_en,
        award=row["award"],
        award_en=row["award_en"] or "",
        event=event.name,
        event_en=event.name_en,
        competition=event.competition.name,
        competition_en=event.competition.name_en,
    )
