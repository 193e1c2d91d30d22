from django.db import models

from common.ids import new_id
from competition.models.competition import Competition


class EventState(models.TextChoices):
    SETUP = "setup", "准备中"
    READY = "ready", "待开赛"
    MARKING = "marking", "评分中"
    CONFIRMED = "confirmed", "成绩已确认"
    PUBLISHED = "published", "成绩已公布"


class BoardShows(models.TextChoices):
    PROGRESS = "progress", "只显示进度"
    TOTALS = "totals", "显示实时总分（只显示作品号）"


class Event(models.Model):
    """赛项: one trade with its scheme, entries, panels and results."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    competition = models.ForeignKey(Competition, on_delete=models.PROTECT, related_name="events")
    code = models.CharField(max_length=12)
    name = models.CharField(max_length=120)
    name_en = models.CharField(max_length=160, blank=True)
    occupation = models.CharField(max_length=80)
    occupation_en = models.CharField(max_length=120, blank=True)
    # Points of 100 that theory carries; 0 when the event has no theory part.
    theory_weight = models.DecimalField(max_digits=5, decimal_places=2, default=0)
    stations = models.PositiveSmallIntegerField(default=8)
    state = models.CharField(max_length=12, choices=EventState, default=EventState.SETUP)
    board_shows = models.CharField(max_length=10, choices=BoardShows, default=BoardShows.TOTALS)
    # Tie ladder: ordered keys understood by scoring.ties, e.g. ["total", "module:B", "module:A"].
    tie_keys = models.JSONField(default=list, blank=True)
    started_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["competition", "code"], name="event_code")]

    def __str__(self) -> str:
        return self.name
