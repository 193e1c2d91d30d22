from uuid import UUID

from certificates.models import Batch
from certificates.permissions import can_read_batch
from certificates.queries.batch import failure_detail, failures, progress, with_progress
from common.errors import NOT_FOUND
from common.realtime import State, Topic, register
from people.actor import Actor


def build_batch(key: str) -> State:
    """Progress in `meta`; a row for each certificate that could not be rendered."""
    batch = with_progress(Batch.objects.filter(id=_id(key))).first()
    if batch is None:
        raise NOT_FOUND()
    now = progress(batch)
    meta = {
        "state": now.state,
        "total": now.total,
        "rendered": now.rendered,
        "failed": now.failed,
        "eta_seconds": now.eta_seconds,
    }
    rows = {
        str(row.id): {
            "number": row.number,
            "code": row.render_error,
            "detail": failure_detail(row.render_error),
        }
        for row in (failures(batch.id) if now.failed else [])
    }
    return State(meta=meta, rows=rows)


def may_subscribe(actor: Actor | None, key: str) -> bool:
    batch = Batch.objects.select_related("organisation").filter(id=_id(key)).first()
    return actor is not None and batch is not None and can_read_batch(actor, batch)


def _id(key: str) -> UUID:
    try:
        return UUID(key)
    except ValueError as error:
        raise NOT_FOUND() from error


BATCH_TOPIC = register(Topic(prefix="batch", build=build_batch, may_subscribe=may_subscribe))
