"""A write that is sent again gets the answer it got the first time.

The record of the answer is written in the transaction of the write itself, so there is never one without
the other. A second request with the same key that arrives meanwhile waits for the first and then gets its
answer. Problems are not kept: nothing was written, so the request may simply be tried again.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.db import IntegrityError, transaction
from django.http import HttpResponse
from pydantic import BaseModel

from common import clock
from common.api.request import ApiRequest
from common.errors import problem
from common.models import IdempotencyRecord

HEADER = "Idempotency-Key"
MAX_KEY = 80
KEPT = timedelta(days=7)

REUSED = problem(
    "idempotency_key_reused",
    422,
    "同一请求编号已用于另一内容，请刷新页面后重新提交。",
    "This request key was already used for other content. Please reload the page and submit again.",
)
KEY_UNREADABLE = problem(
    "idempotency_key_unreadable",
    400,
    "请求编号无法识别，请刷新页面后重试。",
    "The request key could not be read. Please reload the page and try again.",
)


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: bytes


def answer_once(*, who: str, key: str, request_hash: str, produce: Callable[[], Answer]) -> Answer:
    if not 0 < len(key) <= MAX_KEY or not key.isprintable():
        raise KEY_UNREADABLE()
    with transaction.atomic():
        try:
            with transaction.atomic():
                record = IdempotencyRecord.objects.create(
                    who=who, key=key, request_hash=request_hash, at=clock.now()
                )
        except IntegrityError:
            return _kept(who, key, request_hash)
        answer = produce()
        record.status, record.body = answer.status, answer.body
        record.save(update_fields=["status", "body"])
        return answer


def _kept(who: str, key: str, request_hash: str) -> Answer:
    record = IdempotencyRecord.objects.get(who=who, key=key)
    if record.request_hash != request_hash:
        raise REUSED()
    assert record.status is not None  # committed together with its answer
    return Answer(record.status, bytes(record.body))


def forget_old_answers() -> int:
    """Whoever still repeats a request after a week has lost its answer; for the worker's loop."""
    return IdempotencyRecord.objects.filter(at__lt=clock.now() - KEPT).delete()[0]


P = ParamSpec("P")


def idempotent(
    operation: Callable[Concatenate[ApiRequest, P], BaseModel],
) -> Callable[Concatenate[ApiRequest, P], Any]:
    """Below the router's decorator, on an operation that takes JSON and answers 200 with its schema."""

    @wraps(operation)
    def once(request: ApiRequest, /, *args: P.args, **kwargs: P.kwargs) -> Any:
        key = request.headers.get(HEADER)
        if key is None:
            return operation(request, *args, **kwargs)
        answer = answer_once(
            who=f"{request.actor.user_id}:{request.actor.device_id or ''}",
            key=key,
            request_hash=_hash(request),
            produce=lambda: _answer(operation(request, *args, **kwargs)),
        )
        return HttpResponse(answer.body, status=answer.status, content_type="application/json; charset=utf-8")

    return once


def _hash(request: ApiRequest) -> str:
    head = f"{request.method} {request.get_full_path()}\n".encode()
    return hashlib.sha256(head + request.body).hexdigest()


def _answer(result: BaseModel) -> Answer:
    return Answer(200, result.model_dump_json().encode())
