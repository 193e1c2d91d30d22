from django.db import models

from common.ids import new_id
from competition.models.event import Event


class Draw(models.Model):
    """A draw that anyone can repeat: same seed, numbers and algorithm give the same `outcome`.

    `numbers` is the sorted list of entry numbers that went in; `outcome` a list of
    `{"number", "start_order", "station", "work_code"}`.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="draws")
    seed = models.CharField(max_length=64)
    algorithm = models.CharField(max_length=40)
    numbers = models.JSONField()
    stations = models.PositiveSmallIntegerField()
    outcome = models.JSONField()
    drawn_at = models.DateTimeField()
    drawn_by_id = models.UUIDField(null=True)
