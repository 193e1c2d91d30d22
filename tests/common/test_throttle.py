from datetime import UTC, datetime, timedelta

import pytest

from common import clock, throttle
from common.errors import Problem

START = datetime(2026, 5, 1, tzinfo=UTC)  # a boundary of every window used here


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> object:
    def set_to(seconds: float) -> None:
        monkeypatch.setattr(clock, "now", lambda: START + timedelta(seconds=seconds))

    set_to(0)
    return set_to


def let_through(key: str, scope: str) -> bool:
    try:
        throttle.allow(scope, key, limit=3, seconds=60)
    except Problem:
        return False
    return True


def tries(count: int, *, key: str = "a", scope: str = "s") -> int:
    """How many of `count` tries were let through."""
    return [let_through(key, scope) for _ in range(count)].count(True)


def test_tries_beyond_the_limit_are_refused_with_the_time_to_wait(at: object) -> None:
    at(20)  # type: ignore[operator]
    assert tries(3) == 3
    with pytest.raises(Problem) as refused:
        throttle.allow("s", "a", limit=3, seconds=60)
    assert (refused.value.code, refused.value.data) == ("too_many_requests", {"seconds": 40})


def test_keys_and_scopes_count_separately(at: object) -> None:
    assert [tries(5), tries(5, key="b"), tries(5, scope="t")] == [3, 3, 3]


@pytest.mark.parametrize(("later", "passed"), [(59, 0), (61, 0), (85, 1), (105, 2), (120, 3)])
def test_the_window_slides(at: object, later: int, passed: int) -> None:
    tries(3)
    at(later)  # type: ignore[operator]
    assert tries(passed) == passed
    assert tries(1) == 0
