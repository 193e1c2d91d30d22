"""All feeds of this process, and the one listener on the channel layer."""

import asyncio
import threading
import weakref
from functools import partial
from typing import Any

import structlog
from asgiref.sync import async_to_sync
from channels.db import database_sync_to_async
from channels.layers import get_channel_layer
from django.conf import settings

from common.errors import Problem
from common.events import TopicTouched, on
from common.realtime.feed import Feed, Subscriber
from common.realtime.topic import topic_for

log = structlog.get_logger(__name__)
GROUP = "live"
LOOK_AGAIN = 5.0  # seconds; every feed is rebuilt this often even when nobody touched it


class Hub:
    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop
        self.feeds: dict[str, Feed] = {}
        self._tasks = [loop.create_task(self._look_again())]
        if not settings.EMBEDDED:
            self._tasks.append(loop.create_task(self._listen()))

    async def join(self, name: str, subscriber: Subscriber) -> Feed:
        """Subscribe. Raises Problem when the topic cannot be built."""
        feed = self.feeds.get(name)
        if feed is None:
            topic, key = topic_for(name)
            build = database_sync_to_async(topic.build, thread_sensitive=False)
            feed = self.feeds[name] = Feed(name, partial(build, key))
        feed.subscribers.add(subscriber)
        try:
            await feed.ensure_built()
        except BaseException:
            self.leave(feed, subscriber)
            raise
        return feed

    def leave(self, feed: Feed, subscriber: Subscriber) -> None:
        feed.subscribers.discard(subscriber)
        if not feed.subscribers and self.feeds.get(feed.name) is feed:
            del self.feeds[feed.name]
            feed.close()

    def touch(self, name: str) -> None:
        feed = self.feeds.get(name)
        if feed is not None:
            feed.touch()

    async def _look_again(self) -> None:
        while True:
            await asyncio.sleep(LOOK_AGAIN)
            for feed in list(self.feeds.values()):
                try:
                    before = feed.sequence
                    await feed.refresh()
                    if feed.sequence == before:
                        feed.send(feed.beat())
                except Problem:
                    continue
                except Exception:  # the database may be away; the next look tries again
                    log.exception("live topic could not be rebuilt", topic=feed.name)

    async def _listen(self) -> None:
        """Touches made by other processes. When the layer is away, `_look_again` still keeps boards right."""
        while True:
            try:
                layer = get_channel_layer()
                channel = await layer.new_channel(GROUP)
                await layer.group_add(GROUP, channel)
                while True:
                    message = await layer.receive(channel)
                    self.touch(message["topic"])
            except asyncio.CancelledError:
                raise
            except Exception:  # whatever the driver raises: wait and join again
                log.exception("channel layer is away")
                await asyncio.sleep(1)


_hubs: "weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, Hub]" = weakref.WeakKeyDictionary()
_guard = threading.Lock()


def hub() -> Hub:
    """The hub of the running loop, made at the first socket."""
    loop = asyncio.get_running_loop()
    with _guard:
        if loop not in _hubs:
            _hubs[loop] = Hub(loop)
        return _hubs[loop]


@on(TopicTouched)
def spread_touch(event: TopicTouched) -> None:
    """To this process directly, to the others through the layer."""
    with _guard:
        here = [found for found in _hubs.values() if not found.loop.is_closed()]
    for found in here:
        found.loop.call_soon_threadsafe(found.touch, event.topic)
    if not settings.EMBEDDED:
        message: dict[str, Any] = {"type": "touched", "topic": event.topic}
        if here:
            sending = get_channel_layer().group_send(GROUP, message)
            asyncio.run_coroutine_threadsafe(sending, here[0].loop)
        else:
            async_to_sync(get_channel_layer().group_send)(GROUP, message)
