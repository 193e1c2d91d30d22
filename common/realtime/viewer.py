"""One socket as the feeds see it: takes frames without ever making them wait."""

from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from common.realtime.feed import Feed

Send = Callable[[dict[str, Any]], Awaitable[None]]


class Viewer:
    """Newest-only: while the socket is slow, a topic that moves is only noted, and a fresh snapshot of it
    follows when the socket can take more. Nothing queues and nothing is dropped unnoticed.
    """

    __slots__ = ("_behind", "_send", "_sending", "feeds", "gone")

    def __init__(self, send: Send) -> None:
        self.feeds: dict[str, Feed] = {}
        self.gone = False
        self._send = send
        self._sending = False
        self._behind: set[Feed] = set()

    def offer(self, feed: Feed, frame: str) -> None:
        if self.gone or feed.name not in self.feeds:
            return  # not yet or no longer following: its snapshot is still to come, or unwanted
        if self._sending:
            self._behind.add(feed)
        else:
            self._push(frame)

    def _push(self, frame: str) -> None:
        self._sending = True
        message = {"type": "websocket.send", "text": frame}
        self._step(self._send(message))  # type: ignore[arg-type]

    def _step(self, sending: Coroutine[Any, Any, None]) -> None:
        """Runs the send by hand: it ends at once when the buffer has room, which spares a task per frame."""
        try:
            waiting = sending.send(None)
        except StopIteration:
            self._finished()
        except Exception:  # noqa: BLE001  the server raises its own errors for a closed socket
            self.gone = True
            self._sending = False
        else:
            self._resume_after(waiting, sending)

    def _resume_after(self, waiting: Any, sending: Coroutine[Any, Any, None]) -> None:
        if waiting is None:  # a bare yield: go on at once
            self._step(sending)
            return
        waiting._asyncio_future_blocking = False  # noqa: SLF001  what a task does with a future it awaits
        waiting.add_done_callback(lambda _: self._step(sending))

    def _finished(self) -> None:
        self._sending = False
        while self._behind and not self._sending and not self.gone:
            feed = self._behind.pop()
            if feed.name in self.feeds:
                self._push(feed.snapshot())
