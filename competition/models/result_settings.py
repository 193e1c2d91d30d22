from django.core.validators import MaxValueValidator
from django.db import models

from competition.models.event import Event


class ResultSettings(models.Model):
    """What the rules of an event say about its results once they are confirmed; without a row these defaults hold.

    `publicity_days` 0: official as soon as published.
    """

    event = models.OneToOneField(
        Event, on_delete=models.CASCADE, primary_key=True, related_name="result_settings"
    )
    publicity_days = models.PositiveSmallIntegerField(default=0, validators=[MaxValueValidator(60)])
    publicity_working_days = models.BooleanField(default=True)
