"""Typed events, sent after commit.

An event says that something happened (past tense) and carries ids, never marks or names: whoever
listens reads the present state. Handlers run in this process; `common.realtime` carries the event to
the other processes.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Literal, TypeVar
from uuid import UUID

import structlog
from django.db import transaction
from pydantic import BaseModel, ConfigDict, Field

from common import clock

log = structlog.get_logger(__name__)
# Every event type by its wire name; published as AsyncAPI.
REGISTRY: dict[str, type["Event"]] = {}


class Event(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    type: str
    at: datetime = Field(default_factory=clock.now)

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        name = cls.model_fields["type"].default
        if name in REGISTRY:
            msg = f"event {name} is declared twice"
            raise ValueError(msg)
        REGISTRY[name] = cls


E = TypeVar("E", bound=Event)
_handlers: dict[type[Event], list[Callable[[Any], None]]] = {}


def on(kind: type[E]) -> Callable[[Callable[[E], None]], Callable[[E], None]]:
    def register(handler: Callable[[E], None]) -> Callable[[E], None]:
        _handlers.setdefault(kind, []).append(handler)
        return handler

    return register


def publish_on_commit(event: Event) -> None:
    transaction.on_commit(lambda: _publish(event), robust=True)


def _publish(event: Event) -> None:
    for handler in _handlers.get(type(event), []):
        try:
            handler(event)
        except Exception:  # a listener must never undo what is committed
            log.exception("event handler failed", event_type=event.type)


class TopicTouched(Event):
    """Something a live topic shows has changed; its name and nothing else crosses the layer."""

    type: Literal["topic_touched"] = "topic_touched"
    topic: str
    subject: UUID | None = None
