from django.db import models
from treebeard.mp_tree import MP_Node

from common.ids import new_id


class OrganisationLevel(models.TextChoices):
    PROVINCE = "province", "省级"
    CITY = "city", "市级"
    COUNTY = "county", "县（区）级"
    ENTERPRISE = "enterprise", "企业"


class Organisation(MP_Node):  # type: ignore[misc]
    """A union or an enterprise in the tree province / city / county / enterprise."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=120)
    name_en = models.CharField(max_length=160, blank=True)
    level = models.CharField(max_length=12, choices=OrganisationLevel)
    # Unified social credit code (GB 32100), optional; unions begin with 81.
    code = models.CharField(max_length=18, blank=True)
    time_zone = models.CharField(max_length=40, default="Asia/Shanghai")
    created_at = models.DateTimeField(auto_now_add=True)

    node_order_by: list[str] = []

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code"], condition=~models.Q(code=""), name="organisation_code"),
        ]

    def __str__(self) -> str:
        return self.name
