from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Schema
from pydantic import StringConstraints

from certificates.models import Batch, Certificate
from certificates.queries.batch import failure_detail, progress

Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=120)]
Required = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
Wording = Annotated[str, StringConstraints(strip_whitespace=True, max_length=600)]


class KindIn(Schema):
    organisation_id: UUID
    code: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]{1,30}$")]
    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
    title_en: Line = ""
    body: Wording = ""
    body_en: Wording = ""
    issuer: Required
    issuer_en: Line = ""
    number_scheme: Annotated[str, StringConstraints(pattern="^(level_22|award)$")]
    number_prefix: Annotated[str, StringConstraints(max_length=13)]
    full_identity: bool | None = None
    query_addresses: list[Line] = []
    sample: bool = False


class KindChange(Schema):
    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)] | None = None
    title_en: Line | None = None
    body: Wording | None = None
    body_en: Wording | None = None
    issuer: Required | None = None
    issuer_en: Line | None = None
    number_prefix: Annotated[str, StringConstraints(max_length=13)] | None = None
    full_identity: bool | None = None
    query_addresses: list[Line] | None = None
    sample: bool | None = None


class KindOut(Schema):
    id: UUID
    organisation_id: UUID
    code: str
    title: str
    title_en: str
    body: str
    body_en: str
    issuer: str
    issuer_en: str
    number_scheme: str
    number_prefix: str
    full_identity: bool
    query_addresses: list[str]
    sample: bool


class BatchOut(Schema):
    id: UUID
    organisation_id: UUID
    kind: str
    title: str
    title_en: str
    source_id: UUID
    source_label: str
    state: str
    total: int
    rendered: int
    failed: int
    eta_seconds: int | None
    manifest_hash: str
    created_at: datetime
    finished_at: datetime | None

    @staticmethod
    def of(batch: Batch) -> "BatchOut":
        now = progress(batch)
        names = (
            "id",
            "organisation_id",
            "source_id",
            "source_label",
            "manifest_hash",
            "created_at",
            "finished_at",
        )
        return BatchOut(
            kind=batch.kind.code,
            title=batch.kind.title,
            title_en=batch.kind.title_en,
            state=now.state,
            total=now.total,
            rendered=now.rendered,
            failed=now.failed,
            eta_seconds=now.eta_seconds,
            **{name: getattr(batch, name) for name in names},
        )


class RenderProblem(Schema):
    code: str
    detail: str


class CertificateOut(Schema):
    id: UUID
    batch_id: UUID
    position: int
    number: str
    holder_name: str
    award: str
    award_en: str
    level: str
    issued_on: date
    state: str
    state_reason: str
    rendered: bool
    problem: RenderProblem | None
    verify_path: str

    @staticmethod
    def of(certificate: Certificate) -> "CertificateOut":
        code = certificate.render_error
        names = ("id", "batch_id", "position", "number", "holder_name", "issued_on", "state", "state_reason")
        return CertificateOut(
            rendered=certificate.rendered_at is not None,
            problem=RenderProblem(code=code, detail=failure_detail(code)) if code else None,
            verify_path=f"/verify/{certificate.token}",
            **{name: certificate.facts[name] for name in ("award", "award_en", "level")},
            **{name: getattr(certificate, name) for name in names},
        )


class RevocationIn(Schema):
    reason: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]


class VerdictOut(Schema):
    """`status`: valid | revoked | altered | unknown."""

    status: str
    number: str
    title: str
    title_en: str
    holder: str
    issuer: str
    issuer_en: str
    issued_on: date | None
    revoked_on: date | None
    sample: bool
    facts: dict[str, Any]
    hash: str
