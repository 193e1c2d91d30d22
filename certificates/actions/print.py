"""Handing out PDFs. They carry names and numbers, so each hand-out is written to the audit."""

import hashlib
from collections.abc import Iterable
from io import BytesIO
from typing import Any
from uuid import UUID

import pikepdf

from certificates.models import Batch, BatchState, Certificate
from certificates.queries.batch import get_batch, progress
from certificates.queries.certificate import get_certificate
from common import audit
from common.errors import problem
from people.actor import Actor

BATCH_NOT_READY = problem(
    "batch_not_ready",
    409,
    "本批证书尚未全部制好（{rendered}/{total}），请稍后再打印。",
    "This batch is not finished yet ({rendered} of {total}). Please print it when it is.",
)
CERTIFICATE_NOT_READY = problem(
    "certificate_not_ready",
    409,
    "证书 {number} 尚未制好，请稍后再下载。",
    "Certificate {number} is not rendered yet. Please try again shortly.",
)


def print_batch(*, actor: Actor, batch_id: UUID) -> bytes:
    """All certificates of the batch in one file, in order of position."""
    batch = get_batch(actor, batch_id)
    if batch.state != BatchState.ISSUED:
        state = progress(batch)
        raise BATCH_NOT_READY(rendered=state.rendered, total=state.total)
    _record(actor, "certificate_batch.print", "certificate_batch", batch.id, {"total": batch.total})
    return merge(_pdfs(batch))


def hand_out_certificate(*, actor: Actor, certificate_id: UUID) -> Certificate:
    certificate = get_certificate(actor, certificate_id)
    if certificate.pdf is None:
        raise CERTIFICATE_NOT_READY(number=certificate.number)
    _record(actor, "certificate.download", "certificate", certificate.id, {"number": certificate.number})
    return certificate


def merge(files: Iterable[bytes]) -> bytes:
    """One PDF; objects that every face shares (its border) are stored once."""
    shared: dict[str, pikepdf.Object] = {}
    output = BytesIO()
    with pikepdf.new() as merged:
        for content in files:
            with pikepdf.open(BytesIO(content)) as document:
                merged.pages.extend(document.pages)
            _share(merged.pages[-1], shared)
        merged.save(output, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return output.getvalue()


def _share(page: pikepdf.Page, shared: dict[str, pikepdf.Object]) -> None:
    forms: Any = page.resources.get("/XObject", {})
    for name in list(forms.keys()):
        digest = hashlib.sha256(forms[name].read_raw_bytes()).hexdigest()
        forms[name] = shared.setdefault(digest, forms[name])


def _pdfs(batch: Batch) -> Iterable[bytes]:
    rows = batch.certificates.order_by("position").values_list("pdf", flat=True)
    return (bytes(content) for content in rows.iterator(chunk_size=50) if content is not None)


def _record(actor: Actor, action: str, subject: str, subject_id: UUID, data: dict[str, object]) -> None:
    audit.record(actor=actor, action=action, subject=subject, subject_id=subject_id, data=data)
