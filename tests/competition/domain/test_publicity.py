from datetime import date

import pytest

from competition.domain.publicity import last_day

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("days", "working_days", "last"),
    [
        (1, False, date(2026, 11, 21)),
        (1, True, date(2026, 11, 23)),
        (5, True, date(2026, 11, 27)),
        (6, True, date(2026, 11, 30)),
        (7, False, date(2026, 11, 27)),
    ],
)
def test_the_day_of_publication_does_not_count(days: int, working_days: bool, last: date) -> None:  # noqa: FBT001
    assert last_day(FRIDAY, days, working_days=working_days) == last


def test_weekends_are_no_working_days() -> None:
    assert last_day(date(2026, 11, 21), 1, working_days=True) == date(2026, 11, 23)
