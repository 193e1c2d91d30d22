from django.db import models

from common.ids import new_id
from competition.models.event import Event


class AwardRule(models.Model):
    """One line of the event's ordered award list; an entry gets the first rule that fits.

    `kind` rank uses from_rank..to_rank; share uses `share` (percent of the ranked entries).
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="award_rules")
    position = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=60)
    label_en = models.CharField(max_length=80, blank=True)
    kind = models.CharField(max_length=8, choices=[("rank", "按名次"), ("share", "按比例")])
    from_rank = models.PositiveSmallIntegerField(null=True)
    to_rank = models.PositiveSmallIntegerField(null=True)
    share = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    floor = models.DecimalField(max_digits=5, decimal_places=2, null=True)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["event", "position"], name="award_position")]
