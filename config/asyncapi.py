"""The AsyncAPI document: the live socket's messages, its topics, and the events behind them."""

from typing import Any

from pydantic import TypeAdapter

from common.events import REGISTRY
from common.realtime import topics
from common.realtime.frames import FRAMES, ORDERS


def _schema(kind: Any) -> dict[str, Any]:
    return TypeAdapter(kind).json_schema(ref_template="#/components/schemas/{model}")


def document() -> dict[str, Any]:
    schemas: dict[str, Any] = {}
    for kind in [*ORDERS, *FRAMES, *(REGISTRY[name] for name in sorted(REGISTRY))]:
        schema = _schema(kind)
        schemas.update(schema.pop("$defs", {}))
        schemas[kind.__name__] = schema
    return {
        "asyncapi": "3.0.0",
        "info": {"title": "Jiangxin live topics and events", "version": "1.0.0"},
        "channels": {
            "live": {
                "address": "/ws/live/",
                "messages": {kind.__name__: {"payload": _ref(kind)} for kind in [*ORDERS, *FRAMES]},
                "x-topics": [
                    {"prefix": topic.prefix, "public": topic.public}
                    for topic in sorted(topics(), key=lambda topic: topic.prefix)
                ],
            }
        },
        "operations": {
            "order": {
                "action": "receive",
                "channel": {"$ref": "#/channels/live"},
                "messages": _messages(ORDERS),
            },
            "show": {"action": "send", "channel": {"$ref": "#/channels/live"}, "messages": _messages(FRAMES)},
        },
        "components": {"schemas": schemas},
    }


def _ref(kind: type) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{kind.__name__}"}


def _messages(kinds: tuple[Any, ...]) -> list[dict[str, str]]:
    return [{"$ref": f"#/channels/live/messages/{kind.__name__}"} for kind in kinds]
