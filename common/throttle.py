"""How often something may be tried: a sliding window over two counters in the cache."""

import math

from django.core.cache import cache

from common import clock
from common.crypto import lookup_hash
from common.errors import TOO_MANY_REQUESTS


def allow(scope: str, key: str, *, limit: int, seconds: int) -> None:
    """Count one try of `key`; raises when there were more than `limit` within the last `seconds`.

    The window before counts for the part of it that still overlaps, so a burst on the boundary gains nothing.
    """
    now = clock.now().timestamp()
    slot, into = divmod(now, seconds)
    before = cache.get(_name(scope, key, int(slot) - 1), 0)
    tries = _count(_name(scope, key, int(slot)), timeout=2 * seconds)
    if tries + before * (seconds - into) / seconds > limit:
        raise TOO_MANY_REQUESTS(seconds=max(1, math.ceil(seconds - into)))


def _name(scope: str, key: str, slot: int) -> str:
    """Keys may be addresses or typed codes: the cache sees only their hash."""
    return f"throttle:{scope}:{lookup_hash(key)[:32]}:{slot}"


def _count(name: str, *, timeout: int) -> int:
    cache.add(name, 0, timeout=timeout)
    try:
        return cache.incr(name)
    except ValueError:  # expired between the two
        cache.set(name, 1, timeout=timeout)
        return 1
