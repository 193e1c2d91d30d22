import hashlib
import json
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from competition.domain.draw import Drawn, draw

GOLDEN: list[dict[str, Any]] = json.loads(Path("tests/golden/draw.json").read_text())["cases"]


def numbers_of(case: dict[str, Any]) -> list[str]:
    numbers = case["numbers"]
    if isinstance(numbers, list):
        return [str(number) for number in numbers]
    return [f"{n:0{numbers['digits']}d}" for n in range(numbers["from"], numbers["to"] + 1)]


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: str(case["seed"]))
def test_the_draw_repeats_what_a_browser_computes(case: dict[str, Any]) -> None:
    drawn = draw(numbers_of(case), case["seed"], case["stations"])
    if "expected" in case:
        assert drawn == [Drawn(**row) for row in case["expected"]]
    else:
        text = "\n".join(f"{one.number},{one.start_order},{one.station},{one.work_code}" for one in drawn)
        assert hashlib.sha256(text.encode()).hexdigest() == case["expected_sha256"]


def test_the_order_in_which_numbers_are_given_changes_nothing() -> None:
    assert draw(["003", "001", "002"], "seed", 2) == draw(["001", "002", "003"], "seed", 2)


def test_another_seed_gives_another_draw() -> None:
    numbers = [f"{n:03d}" for n in range(1, 97)]
    assert draw(numbers, "seed a", 8) != draw(numbers, "seed b", 8)


def test_everybody_gets_one_place_one_code_and_stations_take_turns() -> None:
    numbers = [f"{n:03d}" for n in range(1, 21)]
    drawn = draw(numbers, "seed", 8)
    assert sorted(one.number for one in drawn) == numbers
    assert [one.start_order for one in drawn] == list(range(1, 21))
    assert [one.station for one in drawn[:9]] == ["1", "2", "3", "4", "5", "6", "7", "8", "1"]
    assert sorted(one.work_code for one in drawn) == [f"W{n:03d}" for n in range(1, 21)]


def test_every_order_of_three_is_about_equally_likely() -> None:
    orders = Counter(tuple(one.number for one in draw(["1", "2", "3"], f"s{n}", 1)) for n in range(6_000))
    assert len(orders) == 6
    assert max(abs(times - 1_000) for times in orders.values()) < 130


def test_a_work_code_tells_nothing_about_the_starting_order() -> None:
    """Among pairs of neighbours in starting order, the second has the higher code about half the time."""
    numbers = [f"{n:03d}" for n in range(1, 101)]
    rising = 0
    for n in range(50):
        codes = [one.work_code for one in draw(numbers, f"s{n}", 8)]
        rising += sum(first < second for first, second in pairwise(codes))
    assert 0.47 < rising / (50 * 99) < 0.53
