"""The one clock. Pure code takes the time as an argument; the edge asks here."""

from datetime import datetime

from django.utils import timezone


def now() -> datetime:
    return timezone.now()
