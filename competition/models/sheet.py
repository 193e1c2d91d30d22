from django.db import models

from common.ids import new_id
from competition.models.entry import Entry
from competition.models.scheme import Module
from people.models import User


class SheetState(models.TextChoices):
    OPEN = "open", "评分中"
    SIGNED = "signed", "已签字"


class Sheet(models.Model):
    """One judge's marks for one module of one entry. `revision` rises with every accepted change."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="sheets")
    module = models.ForeignKey(Module, on_delete=models.PROTECT, related_name="sheets")
    judge = models.ForeignKey(User, on_delete=models.PROTECT, related_name="sheets")
    state = models.CharField(max_length=8, choices=SheetState, default=SheetState.OPEN)
    revision = models.PositiveIntegerField(default=0)
    signed_at = models.DateTimeField(null=True)
    signed_device_id = models.UUIDField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "module", "judge"], name="sheet_once")]
