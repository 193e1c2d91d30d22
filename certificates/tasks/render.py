"""Rendering a batch in the background: what is not rendered yet, one by one, restartable at any point."""

import time
from uuid import UUID

import structlog
from django_tasks import task

from certificates.actions.render import (
    LEASE,
    finish_batch,
    keep_failure,
    keep_rendering,
    lease_batch,
    release_leases,
)
from certificates.domain.facts import from_json
from certificates.events import BatchOpened
from certificates.faces.a4 import render_face
from certificates.models import Certificate
from certificates.queries.batch import unfinished_batches, unrendered
from common import clock
from common.errors import INTERNAL_ERROR, Problem
from common.events import on

log = structlog.get_logger(__name__)
TELL_EVERY = 5


@task()
def render_batch(batch_id: str) -> int:
    """How many certificates were rendered. A batch that another worker holds is looked at again later."""
    batch = UUID(batch_id)
    if not lease_batch(batch_id=batch):
        if unfinished_batches().filter(id=batch).exists():
            render_batch.using(run_after=clock.now() + LEASE).enqueue(batch_id)
        return 0
    pending = list(unrendered(batch).values_list("id", flat=True))
    rendered = sum(
        _render_one(certificate_id, tell=count % TELL_EVERY == 0)
        for count, certificate_id in enumerate(pending, 1)
    )
    finish_batch(batch_id=batch)
    return rendered


def _render_one(certificate_id: UUID, *, tell: bool) -> bool:
    certificate = Certificate.objects.defer("pdf").get(id=certificate_id)
    started = time.perf_counter()
    try:
        pdf = render_face(
            from_json(certificate.facts),
            identity_number=certificate.identity_number,
            token=certificate.token,
            facts_hash=certificate.facts_hash,
        )
    except Problem as problem:
        keep_failure(certificate=certificate, code=problem.code)
        return False
    except Exception:  # whatever it is, the other certificates of the batch go on
        log.exception("certificate not rendered", certificate=str(certificate_id))
        keep_failure(certificate=certificate, code=INTERNAL_ERROR.code)
        return False
    spent = round((time.perf_counter() - started) * 1000)
    keep_rendering(certificate=certificate, pdf=pdf, milliseconds=spent, tell=tell)
    return True


@on(BatchOpened)
def start_rendering(event: BatchOpened) -> None:
    render_batch.enqueue(str(event.batch_id))


def resume_unfinished_batches(*, only_worker: bool = False) -> int:
    """To be called when a worker starts: a killed worker leaves its task marked as running for ever.

    `only_worker` says that no other worker can be at work (embedded), so no lease need run out first.
    """
    if only_worker:
        release_leases()
    batches = list(unfinished_batches().values_list("id", flat=True))
    for batch_id in batches:
        render_batch.enqueue(str(batch_id))
    return len(batches)
