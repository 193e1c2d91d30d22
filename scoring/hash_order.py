"""An order by lot that anybody can repeat from its seed."""

import hashlib
from collections.abc import Iterable


def hash_order(items: Iterable[str], seed: str, purpose: str) -> list[str]:
    """Sorted by SHA-256 of UTF-8 "<seed>:<purpose>:<item>", so neither the order of `items` nor any other item matters."""
    return sorted(
        items, key=lambda item: (hashlib.sha256(f"{seed}:{purpose}:{item}".encode()).digest(), item)
    )
