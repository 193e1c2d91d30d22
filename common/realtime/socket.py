"""`/ws/live/`: a bare ASGI application (a channels consumer costs more memory a socket)."""

import asyncio
from collections.abc import Callable
from typing import Any

import orjson
from channels.db import database_sync_to_async

from common.errors import NOT_ALLOWED, Problem, problem
from common.realtime.hub import Hub, hub
from common.realtime.topic import topic_for
from common.realtime.viewer import Send, Viewer

TOPICS_PER_SOCKET = 16
LONGEST_MESSAGE = 2_000
RECHECK = 30.0  # seconds between looks at whether a private topic is still allowed

UNREADABLE = problem(
    "live_message_unreadable",
    400,
    "实时连接收到无法识别的请求。",
    "The live connection got a request it cannot read.",
)
TOO_MANY_TOPICS = problem(
    "too_many_topics",
    429,
    "此页面订阅的实时内容过多，请刷新页面。",
    "This page follows too many live topics. Please reload it.",
)
Identify = Callable[[dict[str, Any]], Any]


class LiveSocket:
    """`identify(scope)` gives the actor behind the cookies; asked only for topics that are not public."""

    def __init__(self, identify: Identify) -> None:
        self._identify = database_sync_to_async(identify, thread_sensitive=False)

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Send) -> None:
        await receive()
        await send({"type": "websocket.accept"})
        session = Session(scope, send, hub(), self._identify)
        try:
            await session.run(receive)
        finally:
            session.close()


class Session:
    def __init__(self, scope: dict[str, Any], send: Send, live: Hub, identify: Any) -> None:
        self.scope = scope
        self.send = send
        self.hub = live
        self.identify = identify
        self.viewer = Viewer(send)
        self.private: set[str] = set()

    async def run(self, receive: Any) -> None:
        while not self.viewer.gone:
            try:
                message = await asyncio.wait_for(receive(), RECHECK if self.private else None)
            except TimeoutError:
                await self._recheck()
                continue
            if message["type"] == "websocket.disconnect":
                return
            await self._handle(message.get("text") or "")

    async def _handle(self, text: str) -> None:
        name = ""
        try:
            order = self._read(text)
            name = str(order.get("topic", ""))
            await self._obey(order, name)
        except Problem as error:
            await self._say({"t": name, "error": {"code": error.code, "detail": error.detail}})

    @staticmethod
    def _read(text: str) -> dict[str, Any]:
        try:
            order = orjson.loads(text) if len(text) <= LONGEST_MESSAGE else None
        except orjson.JSONDecodeError:
            order = None
        if not isinstance(order, dict):
            raise UNREADABLE()
        return order

    async def _obey(self, order: dict[str, Any], name: str) -> None:
        match order.get("op"):
            case "subscribe":
                await self._subscribe(name, order.get("since"))
            case "unsubscribe":
                self._unsubscribe(name)
            case "ping":
                await self._say({"op": "pong"})
            case _:
                raise UNREADABLE()

    async def _subscribe(self, name: str, since: Any) -> None:
        if len(self.viewer.feeds) >= TOPICS_PER_SOCKET and name not in self.viewer.feeds:
            raise TOO_MANY_TOPICS()
        topic, _ = topic_for(name)
        if not topic.public:
            await self._require(name)
            self.private.add(name)
        feed = await self.hub.join(name, self.viewer)
        self.viewer.feeds[name] = feed
        match since:
            case [str() as epoch, int() as sequence]:
                frames = feed.since(epoch, sequence)
            case _:
                frames = [feed.snapshot()]
        for frame in frames:
            self.viewer.offer(feed, frame)

    async def _require(self, name: str) -> None:
        topic, key = topic_for(name)
        actor = await self.identify(self.scope)
        if topic.may_subscribe is None:
            return
        allowed = database_sync_to_async(topic.may_subscribe, thread_sensitive=False)
        if actor is None or not await allowed(actor, key):
            raise NOT_ALLOWED()

    async def _recheck(self) -> None:
        for name in tuple(self.private):
            try:
                await self._require(name)
            except Problem as error:
                self._unsubscribe(name)
                await self._say({"t": name, "error": {"code": error.code, "detail": error.detail}})

    def _unsubscribe(self, name: str) -> None:
        self.private.discard(name)
        feed = self.viewer.feeds.pop(name, None)
        if feed is not None:
            self.hub.leave(feed, self.viewer)

    async def _say(self, body: dict[str, Any]) -> None:
        await self.send({"type": "websocket.send", "text": orjson.dumps(body).decode()})

    def close(self) -> None:
        self.viewer.gone = True
        for name in tuple(self.viewer.feeds):
            self._unsubscribe(name)
