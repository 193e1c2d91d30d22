import asyncio
from typing import Any, cast

from common.realtime.feed import Feed
from common.realtime.viewer import Viewer


class FakeFeed:
    def __init__(self, name: str) -> None:
        self.name = name
        self.newest = "snapshot"

    def snapshot(self) -> str:
        return self.newest


class Pipe:
    """A socket whose buffer the test opens and closes."""

    def __init__(self) -> None:
        self.room = asyncio.Event()
        self.room.set()
        self.sent: list[str] = []

    async def send(self, message: dict[str, Any]) -> None:
        await self.room.wait()
        self.sent.append(message["text"])


def following(pipe: Pipe) -> tuple[Viewer, Feed, FakeFeed]:
    viewer, feed = Viewer(pipe.send), FakeFeed("t")
    viewer.feeds["t"] = cast("Feed", feed)
    return viewer, cast("Feed", feed), feed


async def test_a_fast_socket_gets_every_frame_without_a_task() -> None:
    pipe = Pipe()
    viewer, feed, _ = following(pipe)
    viewer.offer(feed, "1")
    viewer.offer(feed, "2")
    assert pipe.sent == ["1", "2"]


async def test_a_slow_socket_skips_to_the_newest_snapshot() -> None:
    pipe = Pipe()
    viewer, feed, fake = following(pipe)
    pipe.room.clear()
    for frame in ("1", "2", "3"):
        viewer.offer(feed, frame)
    fake.newest = "snapshot after 3"
    pipe.room.set()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert pipe.sent == ["1", "snapshot after 3"]


async def test_frames_of_a_topic_that_is_not_followed_are_not_sent() -> None:
    pipe = Pipe()
    viewer, feed, _ = following(pipe)
    viewer.feeds.clear()
    viewer.offer(feed, "1")
    assert pipe.sent == []


async def test_a_closed_socket_is_given_up() -> None:
    async def closed(_: dict[str, Any]) -> None:
        raise ConnectionResetError

    viewer = Viewer(closed)
    feed = cast("Feed", FakeFeed("t"))
    viewer.feeds["t"] = feed
    viewer.offer(feed, "1")
    assert viewer.gone
