"""What `/healthz` says: ok, or which of database, layer and worker is not."""

import asyncio
from datetime import timedelta
from typing import Any

from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer
from django.core.cache import cache
from django.db import DatabaseError, connection

from common import clock

WORKER_KEY = "worker-beat"
WORKER_SILENCE = timedelta(seconds=30)


def worker_beat() -> None:
    """Called by every worker each few seconds."""
    cache.set(WORKER_KEY, clock.now(), timeout=3600)


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return "down"
    return "ok"


async def _probe_layer() -> None:
    layer = get_channel_layer()
    channel = await layer.new_channel("health")
    await asyncio.wait_for(layer.send(channel, {"type": "health"}), 2)
    await asyncio.wait_for(layer.receive(channel), 2)


def _layer() -> str:
    try:
        async_to_sync(_probe_layer)()
    except Exception:  # noqa: BLE001  whatever the layer's driver raises, it is down
        return "down"
    return "ok"


def _worker() -> str:
    beat = cache.get(WORKER_KEY)
    return "ok" if beat and clock.now() - beat < WORKER_SILENCE else "down"


def state() -> dict[str, Any]:
    parts = {"database": _database(), "layer": _layer(), "worker": _worker()}
    return {"status": "ok" if set(parts.values()) == {"ok"} else "degraded", **parts}
