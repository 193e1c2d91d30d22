import asyncio
from collections.abc import AsyncIterator, Iterator
from typing import Any, Self, cast

import orjson
import pytest
from asgiref.testing import ApplicationCommunicator

from common.errors import NOT_FOUND
from common.events import TopicTouched
from common.realtime import State, Topic, register
from common.realtime import topic as registry
from common.realtime.hub import hub, spread_touch
from common.realtime.socket import LiveSocket

pytestmark = pytest.mark.django_db(transaction=True)
VALUES = {"one": 1}


def build(key: str) -> State:
    if key not in VALUES:
        raise NOT_FOUND()
    return State({}, {key: {"value": VALUES[key]}})


@pytest.fixture(autouse=True)
def _topics() -> Iterator[None]:
    before = dict(registry._topics)
    VALUES.update(one=1)
    register(Topic("open", build))
    register(Topic("secret", build, may_subscribe=lambda actor, _: actor == "chief"))
    yield
    registry._topics.clear()
    registry._topics.update(before)


class Client:
    def __init__(self, actor: str | None = None) -> None:
        self.socket: Any = cast("Any", ApplicationCommunicator)(
            LiveSocket(identify=lambda _: actor), {"type": "websocket", "path": "/ws/live/", "headers": []}
        )

    async def __aenter__(self) -> Self:
        await self.socket.send_input({"type": "websocket.connect"})
        assert (await self.socket.receive_output(2))["type"] == "websocket.accept"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.socket.send_input({"type": "websocket.disconnect", "code": 1000})
        await self.socket.wait(2)

    async def say(self, **order: Any) -> None:
        await self.socket.send_input({"type": "websocket.receive", "text": orjson.dumps(order).decode()})

    async def hear(self) -> dict[str, Any]:
        return dict(orjson.loads((await self.socket.receive_output(2))["text"]))


@pytest.fixture
async def client() -> AsyncIterator[Client]:
    async with Client() as open_client:
        yield open_client


async def test_subscribing_gives_a_snapshot_then_changes(client: Client) -> None:
    await client.say(op="subscribe", topic="open.one")
    first = await client.hear()
    assert first["snap"] == {"meta": {}, "rows": {"one": {"value": 1}}}
    VALUES["one"] = 2
    spread_touch(TopicTouched(topic="open.one"))
    change = await client.hear()
    assert (change["e"], change["s"], change["set"]) == (first["e"], first["s"] + 1, {"one": {"value": 2}})


async def test_an_unknown_topic_is_refused_with_a_reason(client: Client) -> None:
    for name in ("open.two", "nothing.one", "open"):
        await client.say(op="subscribe", topic=name)
        answer = await client.hear()
        assert (answer["t"], answer["error"]["code"]) == (name, "not_found")


async def test_a_private_topic_is_only_for_whom_it_is(client: Client) -> None:
    await client.say(op="subscribe", topic="secret.one")
    assert (await client.hear())["error"]["code"] == "not_allowed"
    async with Client("judge") as judge:
        await judge.say(op="subscribe", topic="secret.one")
        assert (await judge.hear())["error"]["code"] == "not_allowed"
    async with Client("chief") as chief:
        await chief.say(op="subscribe", topic="secret.one")
        assert (await chief.hear())["snap"]["rows"] == {"one": {"value": 1}}


@pytest.mark.parametrize("text", ["", "nonsense", "[]", '{"op":"dance"}', '{"op":"ping"}' + " " * 3000])
async def test_a_message_that_cannot_be_read_is_answered_and_does_no_harm(client: Client, text: str) -> None:
    await client.socket.send_input({"type": "websocket.receive", "text": text})
    assert (await client.hear())["error"]["code"] == "live_message_unreadable"
    await client.say(op="ping")
    assert await client.hear() == {"op": "pong"}


async def test_a_page_cannot_follow_everything(client: Client) -> None:
    VALUES.update({str(number): number for number in range(20)})
    for number in range(16):
        await client.say(op="subscribe", topic=f"open.{number}")
        assert "snap" in await client.hear()
    await client.say(op="subscribe", topic="open.17")
    assert (await client.hear())["error"]["code"] == "too_many_topics"


async def test_the_last_one_to_leave_closes_the_feed(client: Client) -> None:
    await client.say(op="subscribe", topic="open.one")
    await client.hear()
    assert list(hub().feeds) == ["open.one"]
    await client.say(op="unsubscribe", topic="open.one")
    await client.say(op="ping")
    await client.hear()
    assert hub().feeds == {}


async def test_coming_back_continues_where_one_left() -> None:
    async with Client() as stays, Client() as leaves:
        for one in (stays, leaves):
            await one.say(op="subscribe", topic="open.one")
            snapshot = await one.hear()
        await leaves.say(op="unsubscribe", topic="open.one")
        await leaves.say(op="ping")
        await leaves.hear()
        VALUES["one"] = 5
        spread_touch(TopicTouched(topic="open.one"))
        change = await stays.hear()
        await leaves.say(op="subscribe", topic="open.one", since=[snapshot["e"], snapshot["s"]])
        assert await leaves.hear() == change
        await asyncio.sleep(0)
