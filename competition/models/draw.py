from django.db import models

from common.fields import EncryptedTextField
from common.ids import new_id
from competition.models.event import Event


class SeedCommitment(models.Model):
    """The secret half of a coming draw's seed, fixed before the draw: `sha256` is public, the secret is not.

    Each serves one draw; until then it stands and cannot be exchanged (docs/algorithms/draw.md).
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="seed_commitments")
    secret = EncryptedTextField()
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    made_by_id = models.UUIDField(null=True)


class Draw(models.Model):
    """A draw that anyone can repeat: same seed, numbers and algorithm give the same `outcome`.

    `numbers` is the sorted list of entry numbers that went in; `outcome` a list of
    `{"number", "start_order", "station", "work_code"}`; `seed_sha256` is public at once, the seed with the results.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="draws")
    seed = models.CharField(max_length=64)
    seed_sha256 = models.CharField(max_length=64)
    # None when nothing was fixed before the draw, and the public page says so.
    commitment = models.OneToOneField(
        SeedCommitment, null=True, on_delete=models.PROTECT, related_name="used_by"
    )
    algorithm = models.CharField(max_length=40)
    numbers = models.JSONField()
    stations = models.PositiveSmallIntegerField()
    outcome = models.JSONField()
    drawn_at = models.DateTimeField()
    drawn_by_id = models.UUIDField(null=True)
