"""The worker: a daemon thread in embedded mode, `manage.py work` in production."""

import threading
import time

import structlog
from django.conf import settings
from django.db import close_old_connections
from django_tasks_db.management.commands.db_worker import Worker

from certificates.tasks.render import resume_unfinished_batches
from common import audit, health, idempotency

log = structlog.get_logger(__name__)
PAUSE = 0.5  # seconds
TIDY_EVERY = 3600.0  # seconds


def worker(*, batch: bool) -> Worker:
    return Worker(
        queue_names=["*"],
        interval=PAUSE,
        batch=batch,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=f"embedded-{threading.get_native_id()}",
        excluded_queue_names=[],
    )


def run() -> None:
    """Takes jobs one after the other; beside it a thread beats, seals the audit log and tidies."""
    threading.Thread(target=keep_house, name="housekeeping", daemon=True).start()
    resumed = False
    while True:
        try:
            if not resumed:
                resume_unfinished_batches(only_worker=settings.EMBEDDED_WORKER)
                resumed = True
            worker(batch=True).run()
        except Exception:  # a broken job or a locked database must not end the worker
            log.exception("worker")
        close_old_connections()
        time.sleep(PAUSE)


def keep_house() -> None:
    tidied = -TIDY_EVERY
    while True:
        health.worker_beat()
        try:
            audit.seal_pending()
            if time.monotonic() - tidied > TIDY_EVERY:
                idempotency.forget_old_answers()
                tidied = time.monotonic()
        except Exception:  # the database may be away; the next round tries again
            log.exception("housekeeping")
        close_old_connections()
        time.sleep(PAUSE)


def start_embedded_worker() -> None:
    if settings.EMBEDDED_WORKER:
        threading.Thread(target=run, name="embedded-worker", daemon=True).start()
