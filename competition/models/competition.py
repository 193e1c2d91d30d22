from django.db import models

from common.ids import new_id
from people.models import Organisation


class CompetitionLevel(models.TextChoices):
    NATIONAL_1 = "national_1", "国家级一类"
    NATIONAL_2 = "national_2", "国家级二类"
    PROVINCIAL_1 = "provincial_1", "省级一类"
    PROVINCIAL_2 = "provincial_2", "省级二类"
    CITY = "city", "市级"
    COUNTY = "county", "县（区）级"
    ENTERPRISE = "enterprise", "企业级"


class Competition(models.Model):
    """One contest of one organiser, holding one or more events (赛项)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="competitions")
    name = models.CharField(max_length=120)
    name_en = models.CharField(max_length=160, blank=True)
    level = models.CharField(max_length=16, choices=CompetitionLevel)
    starts_on = models.DateField()
    ends_on = models.DateField()
    venue = models.CharField(max_length=120, blank=True)
    venue_en = models.CharField(max_length=160, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="competition_dates_in_order"
            ),
        ]

    def __str__(self) -> str:
        return self.name
