from django.db import models

from common.ids import new_id
from competition.models.event import Event


class ResultState(models.TextChoices):
    CONFIRMED = "confirmed", "已确认"
    PROVISIONAL = "provisional", "公示中"
    OFFICIAL = "official", "正式"


PUBLIC_STATES = (ResultState.PROVISIONAL, ResultState.OFFICIAL)


class ResultSet(models.Model):
    """Results as the chief judge confirmed them: frozen, hashed, never edited; a change makes a new version.

    `content` = {"rows": [{"entry_id","number","work_code","name","name_en","delegation","delegation_en","rank",
    "total","modules","state","marked","expected","award","award_en"}], "award_rules": […], "tie_keys",
    "shared_ranks_accepted", "scheme_hash"}; `content_hash` = SHA-256 of its canonical JSON.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="result_sets")
    version = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=12, choices=ResultState, default=ResultState.CONFIRMED)
    content = models.JSONField()
    content_hash = models.CharField(max_length=64)
    confirmed_by_id = models.UUIDField()
    confirmed_by_name = models.CharField(max_length=60)
    confirmed_at = models.DateTimeField()
    published_by_id = models.UUIDField(null=True)
    published_at = models.DateTimeField(null=True)
    # Results without a period of publicity are official at once.
    provisional_until = models.DateTimeField(null=True)
    official_by_id = models.UUIDField(null=True)
    official_at = models.DateTimeField(null=True)
    certificate_batch_id = models.UUIDField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "version"], name="result_version")]
