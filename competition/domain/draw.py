"""jiangxin-draw-1: a draw that anybody can repeat from its seed (docs/algorithms/draw.md)."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

ALGORITHM: Final = "jiangxin-draw-1"
# 48 bits, so that a page in a browser can repeat it with plain numbers.
SPAN: Final = 2**48
SHORTEST_CODE: Final = 3
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Drawn:
    number: str
    start_order: int
    station: str
    work_code: str


@dataclass(slots=True)
class _Stream:
    """Numbers from SHA-256("seed:purpose:counter"); each hash gives its first six bytes."""

    seed: str
    purpose: str
    counter: int = 0

    def below(self, limit: int) -> int:
        """Evenly from 0 to limit - 1: what lies in the unfinished last round is thrown away."""
        fair = SPAN - SPAN % limit
        while True:
            digest = hashlib.sha256(f"{self.seed}:{self.purpose}:{self.counter}".encode()).digest()
            self.counter += 1
            value = int.from_bytes(digest[:6], "big")
            if value < fair:
                return value % limit


def shuffled(items: Sequence[T], seed: str, purpose: str) -> list[T]:
    """Fisher–Yates from the end."""
    stream, order = _Stream(seed, purpose), list(items)
    for last in range(len(order) - 1, 0, -1):
        chosen = stream.below(last + 1)
        order[last], order[chosen] = order[chosen], order[last]
    return order


def draw(numbers: Sequence[str], seed: str, stations: int) -> list[Drawn]:
    """In starting order. The order of `numbers` does not matter; stations take turns by starting order.

    Work codes come from a second shuffle, so that a code tells nothing about order or station.
    """
    entrants = sorted(numbers)
    width = max(SHORTEST_CODE, len(str(len(entrants))))
    codes = [f"W{position:0{width}d}" for position in range(1, len(entrants) + 1)]
    code_of = dict(zip(entrants, shuffled(codes, seed, "code"), strict=True))
    station_width = len(str(stations))
    return [
        Drawn(number, order, f"{(order - 1) % stations + 1:0{station_width}d}", code_of[number])
        for order, number in enumerate(shuffled(entrants, seed, "order"), 1)
    ]
