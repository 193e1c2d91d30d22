"""One topic in one process: its last state, its frames, its subscribers."""

import asyncio
import secrets
import time
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

import orjson

from common import clock
from common.realtime.state import Delta, State, diff

RING = 256
TICK = 0.1


class Subscriber(Protocol):
    def offer(self, feed: "Feed", frame: str) -> None: ...


class Feed:
    """Builds at once when it was quiet, at most every `TICK` seconds under a burst.

    `epoch` is random per feed: a viewer that meets another epoch (another process, a restart) knows that
    sequence numbers do not compare and asks for a snapshot.
    """

    def __init__(self, name: str, build: Callable[[], Awaitable[State]]) -> None:
        self.name = name
        self.epoch = secrets.token_hex(4)
        self.sequence = 0
        self.state = State()
        self.subscribers: set[Subscriber] = set()
        self.built = False
        self._build = build
        self._ring: deque[tuple[int, str]] = deque(maxlen=RING)
        self._snapshot: tuple[int, str] | None = None
        self._lock = asyncio.Lock()
        self._dirty = False
        self._ticker: asyncio.Task[None] | None = None
        self._last_build = 0.0

    def _encode(self, body: dict[str, Any]) -> str:
        head = {"t": self.name, "e": self.epoch, "s": self.sequence, "at": clock.now()}
        return orjson.dumps({**head, **body}, default=str).decode()

    async def ensure_built(self) -> None:
        async with self._lock:
            if not self.built:
                self.state = await self._build()
                self.built = True

    def snapshot(self) -> str:
        if self._snapshot is None or self._snapshot[0] != self.sequence:
            body = {"snap": {"meta": self.state.meta, "rows": self.state.rows}}
            self._snapshot = (self.sequence, self._encode(body))
        return self._snapshot[1]

    def since(self, epoch: str, sequence: int) -> list[str]:
        """The frames a returning viewer has missed, or one snapshot."""
        if epoch == self.epoch and sequence <= self.sequence:
            missed = [frame for number, frame in self._ring if number > sequence]
            if len(missed) == self.sequence - sequence:
                return missed
        return [self.snapshot()]

    def touch(self) -> None:
        self._dirty = True
        if self._ticker is None or self._ticker.done():
            self._ticker = asyncio.get_running_loop().create_task(self._tick())

    async def _tick(self) -> None:
        while self._dirty and self.subscribers:
            wait = self._last_build + TICK - time.monotonic()
            if wait > 0:
                await asyncio.sleep(wait)
            self._dirty = False
            self._last_build = time.monotonic()
            await self.refresh()

    async def refresh(self) -> None:
        """Look again and send what has changed. Also called now and then, so that a lost touch mends itself."""
        async with self._lock:
            new = await self._build()
            if self.built:
                self._advance(new, diff(self.state, new))
            self.built = True

    def _advance(self, new: State, delta: Delta) -> None:
        if not delta:
            return
        self.state = new
        self.sequence += 1
        body: dict[str, Any] = {"set": delta.changed, "del": delta.removed}
        if delta.meta is not None:
            body["meta"] = delta.meta
        frame = self._encode(body)
        self._ring.append((self.sequence, frame))
        self.send(frame)

    def beat(self) -> str:
        """Says that the data is still fresh; carries no new sequence number."""
        return self._encode({})

    def send(self, frame: str) -> None:
        for subscriber in tuple(self.subscribers):
            subscriber.offer(self, frame)

    def close(self) -> None:
        if self._ticker is not None:
            self._ticker.cancel()
