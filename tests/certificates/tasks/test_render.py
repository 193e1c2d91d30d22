import hashlib
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db.models import F
from django_tasks_db.models import DBTaskResult

from certificates.actions.batch import retry_batch
from certificates.actions.render import lease_batch, release_leases
from certificates.domain.facts import manifest_hash
from certificates.models import Batch, Certificate
from certificates.queries.batch import progress, with_progress
from certificates.tasks import render
from certificates.tasks.render import render_batch, resume_unfinished_batches
from common.errors import PROBLEMS
from people.actor import Actor
from tests.certificates.conftest import Issue

Rendered = list[str]


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> Rendered:
    """The renderer replaced by one that only notes which numbers it drew; the real one is tested in faces/."""
    numbers: Rendered = []

    def draw(facts: Any, **_: Any) -> bytes:
        numbers.append(facts.number)
        return f"%PDF {facts.number}".encode()

    monkeypatch.setattr(render, "render_face", draw)
    return numbers


def run(batch: Batch) -> int:
    done: int = render_batch.call(str(batch.id))
    return done


def state(batch: Batch) -> tuple[str, int, int, int]:
    now = progress(with_progress(Batch.objects.filter(id=batch.id)).get())
    return now.state, now.rendered, now.failed, now.total


def stop_at(monkeypatch: pytest.MonkeyPatch, call: int, error: BaseException) -> None:
    draw: Callable[..., bytes] = vars(render)["render_face"]
    calls = iter(range(1, 100))

    def stopping(facts: Any, **values: Any) -> bytes:
        if next(calls) == call:
            raise error
        drawn: bytes = draw(facts, **values)
        return drawn

    monkeypatch.setattr(render, "render_face", stopping)


def test_a_batch_is_rendered_and_sealed_with_its_manifest(issue: Issue, rendered: Rendered) -> None:
    batch = issue(count=3)
    assert run(batch) == 3
    assert state(batch) == ("issued", 3, 0, 3)
    batch.refresh_from_db()
    rows = [(number, hashlib.sha256(b"%PDF " + number.encode()).hexdigest()) for number in rendered]
    assert batch.manifest_hash == manifest_hash(rows)
    assert (batch.leased_until, batch.finished_at is not None) == (None, True)


@pytest.mark.django_db(transaction=True)
def test_issuing_enqueues_the_rendering(issue: Issue) -> None:
    batch = issue()
    assert [row.args_kwargs["args"] for row in DBTaskResult.objects.all()] == [[str(batch.id)]]


def test_a_killed_worker_loses_nothing_and_nothing_is_drawn_twice(
    issue: Issue, rendered: Rendered, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = issue(count=5)
    stop_at(monkeypatch, 3, SystemExit())
    with pytest.raises(SystemExit):
        run(batch)
    assert state(batch) == ("issuing", 2, 0, 5)
    assert resume_unfinished_batches(only_worker=True) == 1
    assert run(batch) == 3
    assert state(batch) == ("issued", 5, 0, 5)
    assert sorted(rendered) == sorted(set(rendered))


def test_a_batch_held_by_a_living_worker_is_looked_at_again_later(issue: Issue, rendered: Rendered) -> None:
    batch = issue(count=2)
    assert lease_batch(batch_id=batch.id)
    assert run(batch) == 0
    again = DBTaskResult.objects.get()
    assert again.run_after > again.enqueued_at + timedelta(seconds=25)
    Batch.objects.update(leased_until=F("created_at"))  # the lease has run out
    assert run(batch) == 2


def test_one_failure_does_not_stop_the_others_and_can_be_tried_again(
    issue: Issue, rendered: Rendered, organiser: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = issue(count=3)
    with monkeypatch.context() as patch:
        stop_at(patch, 2, PROBLEMS["face_overflows"]())
        run(batch)
    assert state(batch) == ("incomplete", 2, 1, 3)
    assert list(Certificate.objects.values_list("render_error", flat=True)) == ["", "face_overflows", ""]
    retry_batch(actor=organiser, batch_id=batch.id)
    assert state(batch) == ("issuing", 2, 0, 3)
    run(batch)
    assert state(batch) == ("issued", 3, 0, 3)


def test_an_unexpected_fault_is_kept_at_its_certificate(
    issue: Issue, rendered: Rendered, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = issue(count=2)
    stop_at(monkeypatch, 1, RuntimeError("boom"))
    run(batch)
    assert list(Certificate.objects.values_list("render_error", flat=True)) == ["internal_error", ""]


def test_the_estimate_is_what_was_measured(issue: Issue) -> None:
    batch = issue(count=4)
    assert progress(with_progress(Batch.objects.all()).get()).eta_seconds is None
    Certificate.objects.filter(position=1).update(rendered_at=batch.created_at)
    Batch.objects.filter(id=batch.id).update(render_ms=1500)
    assert progress(with_progress(Batch.objects.all()).get()).eta_seconds == 5


def test_nothing_is_resumed_when_everything_is_done(issue: Issue, rendered: Rendered) -> None:
    run(issue())
    release_leases()
    assert resume_unfinished_batches() == 0
