"""Marks are append-only; `CurrentMark` points to the one that counts."""

from django.db import models

from competition.models.scheme import Aspect
from competition.models.sheet import Sheet


class MarkFields(models.Model):
    """`id` is made on the device. `value` is the raw value (points, measure, step or 0–3), or `special` is set."""

    id = models.UUIDField(primary_key=True, editable=False)
    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="%(class)ss")
    aspect = models.ForeignKey(Aspect, on_delete=models.PROTECT, related_name="+")
    value = models.DecimalField(max_digits=12, decimal_places=4, null=True)
    special = models.CharField(max_length=14, blank=True)
    device_id = models.UUIDField(null=True)
    device_time = models.DateTimeField()
    received_at = models.DateTimeField()

    class Meta:
        abstract = True


class Mark(MarkFields):
    sheet_revision = models.PositiveIntegerField()


class RefusedMark(MarkFields):
    """A mark that came for a signed sheet or broke a rule: kept as evidence, counts for nothing."""

    code = models.CharField(max_length=40)


class CurrentMark(models.Model):
    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="current_marks")
    aspect = models.ForeignKey(Aspect, on_delete=models.PROTECT, related_name="+")
    mark = models.OneToOneField(Mark, on_delete=models.PROTECT, related_name="current")
    value = models.DecimalField(max_digits=12, decimal_places=4, null=True)
    special = models.CharField(max_length=14, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sheet", "aspect"], name="current_mark_once")]
