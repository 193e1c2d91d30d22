from io import BytesIO
from uuid import UUID

import pikepdf
from django.core.files.uploadedfile import SimpleUploadedFile

from certificates.actions.batch import CertificateRow, create_batch
from certificates.actions.kind import create_kind
from certificates.actions.render import finish_batch, keep_failure, keep_rendering
from certificates.models import Batch, CertificateKind
from common.ids import new_id
from people.actor import SYSTEM
from tests.config.matrix.row import EVERYBODY, OFFICER, ORGANISER, OTHER_ORGANISER, Row, only
from tests.config.matrix.world import World

READERS, LISTERS = only(ORGANISER, OFFICER), only(ORGANISER, OFFICER, OTHER_ORGANISER)


def _pdf() -> bytes:
    output = BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(output)
    return output.getvalue()


def _kind(world: World) -> CertificateKind:
    return create_kind(
        actor=SYSTEM,
        organisation=world.organisation,
        code="award",
        title="获奖证书（示例）",
        issuer="示例市总工会",
        number_scheme="award",
        number_prefix="SL",
        sample=True,
    )


def _batch(world: World) -> Batch:
    return create_batch(
        actor=SYSTEM,
        organisation=world.organisation,
        kind_code=_kind(world).code,
        source_id=new_id(),
        source_label="示例",
        rows=[CertificateRow(holder_name="张示例", award="一等奖")],
    )


def _failed(world: World) -> dict[str, UUID]:
    batch = _batch(world)
    keep_failure(certificate=batch.certificates.get(), code="font_missing")
    finish_batch(batch_id=batch.id)
    return {"batch_id": batch.id}


def _issued(world: World) -> Batch:
    batch = _batch(world)
    keep_rendering(certificate=batch.certificates.get(), pdf=_pdf(), milliseconds=1, tell=False)
    return finish_batch(batch_id=batch.id)


def _certificate(world: World) -> dict[str, UUID]:
    return {"certificate_id": _issued(world).certificates.get().id}


ROWS: dict[str, Row] = {
    "list_certificate_kinds": Row(LISTERS),
    "create_certificate_kind": Row(
        only(ORGANISER),
        body=lambda w: {
            "organisation_id": str(w.organisation.id),
            "code": "award",
            "title": "获奖证书（示例）",
            "issuer": "示例市总工会",
            "number_scheme": "award",
            "number_prefix": "SL",
        },
    ),
    "update_certificate_kind": Row(
        only(ORGANISER), path=lambda w: {"kind_id": _kind(w).id}, body=lambda _: {"title": "荣誉证书（示例）"}
    ),
    "list_batches": Row(LISTERS),
    "get_batch": Row(READERS, path=lambda w: {"batch_id": _batch(w).id}),
    "retry_batch": Row(only(ORGANISER), path=_failed),
    "print_batch": Row(READERS, path=lambda w: {"batch_id": _issued(w).id}),
    "list_certificates": Row(LISTERS),
    "get_certificate_pdf": Row(READERS, path=_certificate),
    "revoke_certificate": Row(only(ORGANISER), path=_certificate, body=lambda _: {"reason": "名单有误"}),
    "verify_certificate": Row(EVERYBODY, query=lambda _: "?number=2026000000000001&name=示例"),
    "verify_certificate_file": Row(
        EVERYBODY, body=lambda _: {"file": SimpleUploadedFile("c.pdf", b"%PDF-1.7")}, multipart=True
    ),
}
