from django.db import models

from common.ids import new_id
from people.models import Organisation


class NumberScheme(models.TextChoices):
    LEVEL_22 = "level_22", "职业技能等级证书 22 位"
    AWARD = "award", "前缀 + 年份 + 流水号"


class CertificateKind(models.Model):
    """What is issued by whom: wording, number scheme and query addresses are the issuer's own data."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="certificate_kinds")
    code = models.CharField(max_length=30)
    title = models.CharField(max_length=60)
    title_en = models.CharField(max_length=120, blank=True)
    # Sentence with {braces} for the facts; entered by the issuer since no official text is at hand.
    body = models.TextField(blank=True)
    body_en = models.TextField(blank=True)
    issuer = models.CharField(max_length=120)
    issuer_en = models.CharField(max_length=160, blank=True)
    number_scheme = models.CharField(max_length=10, choices=NumberScheme)
    number_prefix = models.CharField(max_length=13)
    # Whether the face carries the whole ID number (level certificates must) or the masked one.
    full_identity = models.BooleanField(default=False)
    query_addresses = models.JSONField(default=list, blank=True)
    sample = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "code"], name="certificate_kind_code")]

    def __str__(self) -> str:
        return self.title


class NumberSeries(models.Model):
    """The last serial used behind one stem (kind prefix + year + level); locked while numbers are allotted.

    Kinds with the same prefix share it, so that no number can come twice.
    """

    stem = models.CharField(max_length=20, primary_key=True)
    last = models.PositiveIntegerField(default=0)
