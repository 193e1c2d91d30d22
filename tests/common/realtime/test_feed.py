import asyncio
from typing import Any

import orjson

from common.realtime.feed import RING, Feed
from common.realtime.state import Delta as Difference
from common.realtime.state import State, apply


class Source:
    """A topic whose state the test sets; counts how often it was built."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[str, Any]] = {"A": {"x": 0}}
        self.builds = 0

    async def build(self) -> State:
        self.builds += 1
        await asyncio.sleep(0)
        return State({"n": len(self.rows)}, {key: dict(row) for key, row in self.rows.items()})


class Recorder:
    def __init__(self) -> None:
        self.frames: list[dict[str, Any]] = []

    def offer(self, feed: Feed, frame: str) -> None:
        self.frames.append(orjson.loads(frame))


async def opened() -> tuple[Source, Feed, Recorder]:
    source, viewer = Source(), Recorder()
    feed = Feed("board.x", source.build)
    feed.subscribers.add(viewer)
    await feed.ensure_built()
    return source, feed, viewer


async def settled(feed: Feed) -> None:
    assert feed._ticker is not None
    await feed._ticker


async def test_a_touch_when_quiet_goes_out_at_once_with_the_next_number() -> None:
    source, feed, viewer = await opened()
    source.rows["A"] = {"x": 1}
    feed.touch()
    await settled(feed)
    (frame,) = viewer.frames
    assert (frame["s"], frame["set"], frame["del"]) == (1, {"A": {"x": 1}}, [])


async def test_a_burst_is_joined_into_few_frames_that_end_right() -> None:
    source, feed, viewer = await opened()
    for value in range(1, 51):
        source.rows["A"] = {"x": value}
        feed.touch()
        await asyncio.sleep(0.002)
    await settled(feed)
    assert [frame["s"] for frame in viewer.frames] == list(range(1, len(viewer.frames) + 1))
    assert len(viewer.frames) <= 4
    assert viewer.frames[-1]["set"] == {"A": {"x": 50}}


async def test_a_touch_that_changed_nothing_sends_nothing() -> None:
    _, feed, viewer = await opened()
    feed.touch()
    await settled(feed)
    assert viewer.frames == []
    assert feed.sequence == 0


async def test_nobody_watching_costs_no_build() -> None:
    source, feed, viewer = await opened()
    feed.subscribers.remove(viewer)
    built = source.builds
    feed.touch()
    await settled(feed)
    assert source.builds == built


async def test_who_returns_gets_the_missed_frames() -> None:
    source, feed, viewer = await opened()
    for value in (1, 2, 3):
        source.rows["A"] = {"x": value}
        await feed.refresh()
    missed = [orjson.loads(frame) for frame in feed.since(feed.epoch, 1)]
    assert missed == viewer.frames[1:]


async def test_who_returns_from_another_epoch_or_too_late_gets_a_snapshot() -> None:
    source, feed, _ = await opened()
    for value in range(1, RING + 3):
        source.rows["A"] = {"x": value}
        await feed.refresh()
    for frames in (feed.since("other", 1), feed.since(feed.epoch, 1), feed.since(feed.epoch, 10**6)):
        (frame,) = (orjson.loads(one) for one in frames)
        assert frame["snap"]["rows"] == {"A": {"x": RING + 2}}
        assert frame["s"] == feed.sequence


async def test_snapshot_plus_frames_is_the_present_state() -> None:
    source, feed, viewer = await opened()
    first = orjson.loads(feed.snapshot())["snap"]
    source.rows["B"] = {"x": 7}
    await feed.refresh()
    del source.rows["A"]
    await feed.refresh()
    seen = State(first["meta"], first["rows"])
    for frame in viewer.frames:
        seen = apply(seen, Difference(frame["set"], frame["del"], frame.get("meta")))
    assert seen == await source.build()
