"""The one registry of live topics."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from common.errors import NOT_FOUND
from common.realtime.state import State


@dataclass(frozen=True, slots=True)
class Topic:
    """`build` and `may_subscribe` get the part of the name behind the prefix; both run in a thread.

    `build` raises `Problem` (not_found) when there is nothing of that name. A topic without
    `may_subscribe` is public: whoever knows its name may see it.
    """

    prefix: str
    build: Callable[[str], State]
    may_subscribe: Callable[[Any, str], bool] | None = None

    @property
    def public(self) -> bool:
        return self.may_subscribe is None


_topics: dict[str, Topic] = {}


def register(topic: Topic) -> Topic:
    if topic.prefix in _topics:
        msg = f"topic {topic.prefix} is registered twice"
        raise ValueError(msg)
    _topics[topic.prefix] = topic
    return topic


def topics() -> list[Topic]:
    return list(_topics.values())


def topic_for(name: str) -> tuple[Topic, str]:
    """`board.public.<id>` → the topic `board.public` and the id. Raises not_found."""
    prefix, _, key = name.rpartition(".")
    if prefix not in _topics or not key:
        raise NOT_FOUND()
    return _topics[prefix], key
