"""What travels on `/ws/live/`, as types; published in docs/api/asyncapi.json."""

from typing import Any, Literal, NotRequired

from typing_extensions import TypedDict


class SubscribeOrder(TypedDict):
    op: Literal["subscribe"]
    topic: str
    since: NotRequired[tuple[str, int]]


class UnsubscribeOrder(TypedDict):
    op: Literal["unsubscribe"]
    topic: str


class PingOrder(TypedDict):
    op: Literal["ping"]


class Contents(TypedDict):
    meta: dict[str, Any]
    rows: dict[str, dict[str, Any]]


class SnapshotFrame(TypedDict):
    t: str
    e: str
    s: int
    at: str
    snap: Contents


# `del` is a keyword of Python, so this one is written as a call. It follows the frame with sequence s - 1 of
# the same epoch; rows in `set` are whole.
ChangeFrame = TypedDict(
    "ChangeFrame",
    {
        "t": str,
        "e": str,
        "s": int,
        "at": str,
        "set": dict[str, dict[str, Any]],
        "del": list[str],
        "meta": NotRequired[dict[str, Any]],
    },
)


class BeatFrame(TypedDict):
    """Nothing has changed since s; the data is as fresh as `at`."""

    t: str
    e: str
    s: int
    at: str


class Refusal(TypedDict):
    code: str
    detail: str


class RefusalFrame(TypedDict):
    t: str
    error: Refusal


class PongFrame(TypedDict):
    op: Literal["pong"]


ORDERS = (SubscribeOrder, UnsubscribeOrder, PingOrder)
FRAMES = (SnapshotFrame, ChangeFrame, BeatFrame, RefusalFrame, PongFrame)
