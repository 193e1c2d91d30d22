"""How long provisional results stand open to objection (公示). How many days is the event's setting."""

from datetime import date, timedelta
from typing import Final

SATURDAY: Final = 5


def last_day(published: date, days: int, *, working_days: bool) -> date:
    """The day of publication does not count. Working days are Monday to Friday: the year's public holidays are
    no rule of ours, whoever publishes over one sets more days.
    """
    day, left = published, days
    while left > 0:
        day += timedelta(days=1)
        if not (working_days and day.weekday() >= SATURDAY):
            left -= 1
    return day
