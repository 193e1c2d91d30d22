"""The marking scheme: module → criterion → sub-criterion → aspect."""

from django.db import models

from common.ids import new_id
from competition.models.event import Event


class ModuleKind(models.TextChoices):
    THEORY = "theory", "理论"
    PRACTICE = "practice", "实操"


class ModuleSource(models.TextChoices):
    SHEETS = "sheets", "评分表"
    IMPORTED = "imported", "成绩导入"


class Module(models.Model):
    """`code` is the criterion letter of the CIS sheet; `weight` is in points of the event's 100."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="modules")
    code = models.CharField(max_length=4)
    name = models.CharField(max_length=120)
    name_en = models.CharField(max_length=160, blank=True)
    kind = models.CharField(max_length=8, choices=ModuleKind, default=ModuleKind.PRACTICE)
    source = models.CharField(max_length=8, choices=ModuleSource, default=ModuleSource.SHEETS)
    weight = models.DecimalField(max_digits=5, decimal_places=2)
    max_score = models.DecimalField(max_digits=7, decimal_places=2)
    aggregation = models.CharField(max_length=16, default="trimmed_mean")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "code"]
        constraints = [models.UniqueConstraint(fields=["event", "code"], name="module_code")]


class Criterion(models.Model):
    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    module = models.ForeignKey(Module, on_delete=models.CASCADE, related_name="criteria")
    code = models.CharField(max_length=4)
    name = models.CharField(max_length=160)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position"]


class SubCriterion(models.Model):
    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    criterion = models.ForeignKey(Criterion, on_delete=models.CASCADE, related_name="sub_criteria")
    code = models.CharField(max_length=8)
    name = models.CharField(max_length=200)
    day = models.CharField(max_length=8, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position"]


class Aspect(models.Model):
    """One thing a judge marks. `rule` is the JSON that `scoring.aspects` reads; it holds the benchmarks too."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    sub_criterion = models.ForeignKey(SubCriterion, on_delete=models.CASCADE, related_name="aspects")
    module = models.ForeignKey(Module, on_delete=models.CASCADE, related_name="aspects")
    code = models.CharField(max_length=12)
    description = models.TextField()
    extra = models.TextField(blank=True)
    requirement = models.CharField(max_length=200, blank=True)
    wsss_section = models.CharField(max_length=12, blank=True)
    max_mark = models.DecimalField(max_digits=6, decimal_places=2)
    rule = models.JSONField()
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["module", "code"], name="aspect_code")]
