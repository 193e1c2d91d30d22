"""Issuing: a list of plain facts becomes numbered, frozen, signed certificates; rendering follows in the background."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction

from certificates.actions.freeze import CertificateRow, freeze
from certificates.actions.numbers import allot, stem_for
from certificates.events import BatchOpened, batch_topic
from certificates.models import Batch, BatchState, Certificate, CertificateKind
from certificates.permissions import batches_visible_to, can_issue
from common import audit, clock
from common.errors import NOT_FOUND, problem
from common.events import TopicTouched, publish_on_commit
from common.fonts import missing_glyphs
from people.actor import Actor
from people.models import Organisation, Person
from people.permissions import require

__all__ = ["CertificateRow", "create_batch", "retry_batch"]

BATCH_EXISTS = problem(
    "batch_exists",
    409,
    "这份名单已经制证，无需重复操作。请打开已有批次查看。",
    "Certificates were already issued from this list. Please open the existing batch.",
)
BATCH_EMPTY = problem(
    "batch_empty",
    422,
    "名单为空，没有可制的证书。请先确认获奖或合格名单。",
    "The list is empty, so there is no certificate to issue. Check who won or passed first.",
)
KIND_UNKNOWN = problem(
    "certificate_kind_unknown",
    422,
    "没有代码为 {kind_code} 的证书种类。请先在本单位设置证书种类。",
    "There is no kind of certificate with the code {kind_code}. Please set it up in your organisation first.",
)
NAME_UNPRINTABLE = problem(
    "certificate_glyphs_missing",
    422,
    "第 {position} 人“{name}”的证书含有字体中没有的字：{glyphs}。请核对用字后重试；本批未分配任何编号。",
    "The certificate of no. {position}, {name}, holds characters the typeface lacks: {glyphs}. "
    "Check the spelling and try again; no number has been allotted.",
)
HOLDER_MISSING = problem(
    "certificate_holder_missing",
    422,
    "第 {position} 人没有姓名。请在名单中补全后重试。",
    "No. {position} has no name. Complete the list and try again.",
)
NOTHING_TO_RETRY = problem(
    "batch_nothing_to_retry",
    409,
    "这批证书没有需要重新制作的。",
    "This batch has no certificate that failed.",
)
ROW_TEXTS = tuple(field.name for field in fields(CertificateRow) if field.name != "person_id")


def create_batch(
    *,
    actor: Actor,
    organisation: Organisation,
    kind_code: str,
    source_id: UUID,
    source_label: str,
    rows: Sequence[CertificateRow],
    issued_on: date | None = None,
) -> Batch:
    """One batch per `source_id`. The kind is the organisation's own or one of those above it that the actor may issue."""
    require(can_issue(actor, organisation))
    _refuse_second(source_id)
    kind = _kind(actor, organisation, kind_code)
    _check_rows(rows, kind)
    day = issued_on or clock.now().astimezone(ZoneInfo(organisation.time_zone)).date()
    try:
        with transaction.atomic():
            batch = Batch.objects.create(
                organisation=organisation,
                kind=kind,
                source_id=source_id,
                source_label=source_label,
                total=len(rows),
                created_by_id=actor.user_id,
            )
            numbers = _issue(batch, kind, rows, day)
            audit.record(
                actor=actor,
                action="certificate_batch.create",
                subject="certificate_batch",
                subject_id=batch.id,
                data={"source": source_id, "kind": kind.code, "total": len(rows), "numbers": _ends(numbers)},
            )
            publish_on_commit(BatchOpened(batch_id=batch.id))
            publish_on_commit(TopicTouched(topic=batch_topic(batch.id)))
    except IntegrityError:
        _refuse_second(source_id)  # somebody else was quicker
        raise
    return batch


def retry_batch(*, actor: Actor, batch_id: UUID) -> Batch:
    """Try the failed certificates again, after their cause is mended."""
    with transaction.atomic():
        batch = (
            batches_visible_to(actor)
            .select_for_update(of=("self",))
            .select_related("organisation")
            .filter(id=batch_id)
            .first()
        )
        if batch is None:
            raise NOT_FOUND()
        require(can_issue(actor, batch.organisation))
        again = batch.certificates.filter(rendered_at=None).exclude(render_error="").update(render_error="")
        if not again:
            raise NOTHING_TO_RETRY()
        batch.state = BatchState.ISSUING
        batch.save(update_fields=["state"])
        audit.record(
            actor=actor,
            action="certificate_batch.retry",
            subject="certificate_batch",
            subject_id=batch.id,
            data={"certificates": again},
        )
        publish_on_commit(BatchOpened(batch_id=batch.id))
        publish_on_commit(TopicTouched(topic=batch_topic(batch.id)))
    return batch


def _refuse_second(source_id: UUID) -> None:
    existing = Batch.objects.filter(source_id=source_id).values_list("id", flat=True).first()
    if existing:
        raise BATCH_EXISTS(batch_id=str(existing))


def _kind(actor: Actor, organisation: Organisation, code: str) -> CertificateKind:
    above = [organisation, *reversed(Organisation.objects.get_ancestors(organisation))]
    kinds = {
        kind.organisation_id: kind
        for kind in CertificateKind.objects.filter(code=code, organisation__in=above)
    }
    for place in above:
        if place.id in kinds:
            require(can_issue(actor, place))
            return kinds[place.id]
    raise KIND_UNKNOWN(kind_code=code)


def _check_rows(rows: Sequence[CertificateRow], kind: CertificateKind) -> None:
    if not rows:
        raise BATCH_EMPTY()
    common_text = "".join([kind.title, kind.title_en, kind.issuer, kind.issuer_en, kind.body, kind.body_en])
    common_text += "".join(kind.query_addresses)
    for position, row in enumerate(rows, 1):
        if not row.holder_name.strip():
            raise HOLDER_MISSING(position=position)
        text = common_text + "".join(getattr(row, name) for name in ROW_TEXTS)
        if missing := missing_glyphs(text):
            raise NAME_UNPRINTABLE(position=position, name=row.holder_name, glyphs=" ".join(missing))


def _issue(batch: Batch, kind: CertificateKind, rows: Sequence[CertificateRow], day: date) -> list[str]:
    people = Person.objects.in_bulk([row.person_id for row in rows if row.person_id])
    numbers = _numbers(kind, rows, day.year)
    certificates = [
        freeze(
            batch=batch,
            kind=kind,
            row=row,
            person=people.get(row.person_id) if row.person_id else None,
            number=number,
            position=position,
            issued_on=day,
        )
        for position, (row, number) in enumerate(zip(rows, numbers, strict=True), 1)
    ]
    Certificate.objects.bulk_create(certificates, batch_size=500)
    return numbers


def _numbers(kind: CertificateKind, rows: Sequence[CertificateRow], year: int) -> list[str]:
    """In the order of the rows; each level has its own series."""
    stems = [stem_for(kind, year=year, level=row.level) for row in rows]
    counts: dict[str, int] = defaultdict(int)
    for stem in stems:
        counts[stem.text] += 1
    allotted: dict[str, Iterator[str]] = {}
    for stem in sorted(set(stems), key=lambda each: each.text):
        allotted[stem.text] = iter(allot(stem, counts[stem.text]))
    return [next(allotted[stem.text]) for stem in stems]


def _ends(numbers: list[str]) -> list[str]:
    return [min(numbers), max(numbers)]
