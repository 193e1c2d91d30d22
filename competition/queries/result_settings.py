from datetime import datetime, time, timedelta

from django.utils import timezone

from competition.domain.publicity import last_day
from competition.models import Event, ResultSettings


def result_settings(event: Event) -> ResultSettings:
    """The defaults, unsaved, for an event that has set nothing."""
    return ResultSettings.objects.filter(event=event).first() or ResultSettings(event=event)


def publicity_end(event: Event, published_at: datetime) -> datetime | None:
    """Midnight after the last day, in the server's zone; None when the event has no period of publicity."""
    found = result_settings(event)
    if found.publicity_days == 0:
        return None
    published = timezone.localtime(published_at).date()
    day = last_day(published, found.publicity_days, working_days=found.publicity_working_days)
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
