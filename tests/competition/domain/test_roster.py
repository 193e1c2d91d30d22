from itertools import islice

import pytest

from competition.domain.roster import clean_name, free_numbers


@pytest.mark.parametrize(
    ("taken", "next_two"),
    [
        ([], ["001", "002"]),
        (["001", "007"], ["008", "009"]),
        (["A1", "x"], ["001", "002"]),
        (["999"], ["1000", "1001"]),
    ],
)
def test_numbers_go_on_behind_the_highest(taken: list[str], next_two: list[str]) -> None:
    assert list(islice(free_numbers(taken), 2)) == next_two


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("张 三", "张三"),
        (" 张　三 ", "张三"),
        ("买买提•吐尔逊", "买买提·吐尔逊"),
        ("John  Smith", "John Smith"),
    ],
)
def test_one_spelling_of_a_name(written: str, name: str) -> None:
    assert clean_name(written) == name
