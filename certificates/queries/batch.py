from dataclasses import dataclass
from math import ceil
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from certificates.models import Batch, BatchState, Certificate
from certificates.permissions import batches_visible_to
from common.errors import NOT_FOUND, PROBLEMS
from people.actor import Actor

RENDERED = Q(certificates__rendered_at__isnull=False)
FAILED = Q(certificates__rendered_at__isnull=True) & ~Q(certificates__render_error="")


@dataclass(frozen=True, slots=True)
class Progress:
    """`eta_seconds` comes from the time measured on this batch; None until the first certificate is done."""

    state: str
    total: int
    rendered: int
    failed: int
    eta_seconds: int | None


def with_progress(batches: QuerySet[Batch]) -> QuerySet[Batch]:
    return batches.select_related("organisation", "kind").annotate(
        rendered=Count("certificates", filter=RENDERED), failed=Count("certificates", filter=FAILED)
    )


def progress(batch: Batch) -> Progress:
    """Of a batch that came through `with_progress`."""
    rendered: int = batch.rendered  # type: ignore[attr-defined]
    failed: int = batch.failed  # type: ignore[attr-defined]
    left = batch.total - rendered - failed
    eta: int | None = 0
    if batch.state == BatchState.ISSUING:
        eta = ceil(left * batch.render_ms / rendered / 1000) if rendered else None
    return Progress(batch.state, batch.total, rendered, failed, eta)


def get_batch(actor: Actor, batch_id: UUID) -> Batch:
    found = with_progress(batches_visible_to(actor)).filter(id=batch_id).first()
    if found is None:
        raise NOT_FOUND()
    return found


def unrendered(batch_id: UUID) -> QuerySet[Certificate]:
    """What the render task still has to do; failed ones wait for a retry."""
    return Certificate.objects.filter(batch_id=batch_id, rendered_at=None, render_error="").order_by(
        "position"
    )


def unfinished_batches() -> QuerySet[Batch]:
    return Batch.objects.filter(state=BatchState.ISSUING).order_by("created_at")


def failures(batch_id: UUID) -> QuerySet[Certificate]:
    return (
        Certificate.objects.filter(batch_id=batch_id, rendered_at=None)
        .exclude(render_error="")
        .only("id", "number", "position", "render_error")
        .order_by("position")
    )


def failure_detail(code: str) -> str:
    """`render_error` is a problem's code; in the reader's language, without data."""
    kind = PROBLEMS.get(code)
    try:
        return kind.title.format() if kind else code
    except KeyError:
        return code
