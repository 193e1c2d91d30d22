"""Marks are append-only; `CurrentMark` points to the one that counts."""

from django.db import models

from common.ids import new_id
from competition.models.scheme import Aspect
from competition.models.sheet import Sheet


class Mark(models.Model):
    """`id` is made on the device. `value` is the raw value (points, measure, step or 0–3), or `special` is set.

    `base_revision` is the sheet's revision the device knew; `sheet_revision` the one this mark made of it.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="marks")
    aspect = models.ForeignKey(Aspect, on_delete=models.PROTECT, related_name="+")
    # As many digits as scoring.aspects.raw lets through.
    value = models.DecimalField(max_digits=15, decimal_places=6, null=True)
    special = models.CharField(max_length=14, blank=True)
    device_id = models.UUIDField(null=True)
    device_time = models.DateTimeField()
    received_at = models.DateTimeField()
    base_revision = models.PositiveIntegerField(default=0)
    sheet_revision = models.PositiveIntegerField()


class RefusedMark(models.Model):
    """A mark that came for a signed sheet or broke a rule: kept as it was sent, counts for nothing."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    mark_id = models.UUIDField(db_index=True)
    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="refused_marks")
    aspect_id = models.UUIDField()
    # What was sent, as text: it may be no number at all.
    value = models.CharField(max_length=64, blank=True)
    special = models.CharField(max_length=64, blank=True)
    device_id = models.UUIDField(null=True)
    device_time = models.DateTimeField()
    received_at = models.DateTimeField()
    base_revision = models.PositiveIntegerField(default=0)
    code = models.CharField(max_length=40)
    data = models.JSONField(default=dict)
    sentence = models.CharField(max_length=300)
    sentence_en = models.CharField(max_length=300)


class CurrentMark(models.Model):
    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="current_marks")
    aspect = models.ForeignKey(Aspect, on_delete=models.PROTECT, related_name="+")
    mark = models.OneToOneField(Mark, on_delete=models.PROTECT, related_name="current")
    value = models.DecimalField(max_digits=15, decimal_places=6, null=True)
    special = models.CharField(max_length=14, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sheet", "aspect"], name="current_mark_once")]
