from django.db import models

from common.ids import new_id
from competition.models.event import Event
from competition.models.scheme import Module
from people.models import User


class MemberRole(models.TextChoices):
    CHIEF = "chief", "裁判长"
    JUDGE = "judge", "评分裁判"


class Panel(models.Model):
    """The judges who mark the same modules together."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="panels")
    name = models.CharField(max_length=80)
    name_en = models.CharField(max_length=120, blank=True)
    modules = models.ManyToManyField(Module, related_name="panels")


class PanelMember(models.Model):
    """A chief judge leads and signs; whether the chief also scores is `scores`."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    panel = models.ForeignKey(Panel, on_delete=models.CASCADE, related_name="members")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="panel_memberships")
    role = models.CharField(max_length=8, choices=MemberRole, default=MemberRole.JUDGE)
    scores = models.BooleanField(default=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["panel", "user"], name="panel_member_once")]
