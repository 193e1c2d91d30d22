from django.db import models

from competition.models.entry import Entry
from competition.models.scheme import Module


class ModuleScore(models.Model):
    """What `scoring` made of one module of one entry; made when marking starts, recomputed with each mark.

    `score` is out of `maximum` (null: the module's own), provisional until `complete`. `criteria` is
    {criterion code: points as text}, for ties. Imported modules (theory) are set once.
    """

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="module_scores")
    module = models.ForeignKey(Module, on_delete=models.CASCADE, related_name="module_scores")
    score = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    maximum = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    criteria = models.JSONField(default=dict)
    special = models.CharField(max_length=14, blank=True)
    complete = models.BooleanField(default=False)
    marked = models.PositiveIntegerField(default=0)
    expected = models.PositiveIntegerField(default=0)
    findings = models.JSONField(default=list)
    updated_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "module"], name="module_score_once")]
