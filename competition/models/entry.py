from django.db import models

from common.ids import new_id
from competition.models.event import Event
from people.models import Organisation, Person


class Delegation(models.Model):
    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="delegations")
    name = models.CharField(max_length=120)
    name_en = models.CharField(max_length=160, blank=True)
    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "name"], name="delegation_name")]


class EntryState(models.TextChoices):
    COMPETING = "competing", "参赛"
    ABSENT = "absent", "缺考"
    WITHDRAWN = "withdrawn", "退赛"
    DISQUALIFIED = "disqualified", "取消资格"


class Entry(models.Model):
    """One person in one event. Judges and the public board know it only by `work_code` (作品号)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="entries")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="entries")
    delegation = models.ForeignKey(Delegation, on_delete=models.PROTECT, related_name="entries")
    number = models.CharField(max_length=12)
    state = models.CharField(max_length=14, choices=EntryState, default=EntryState.COMPETING)
    state_reason = models.CharField(max_length=200, blank=True)
    start_order = models.PositiveIntegerField(null=True)
    station = models.CharField(max_length=8, blank=True)
    work_code = models.CharField(max_length=12, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["event", "person"], name="entry_person"),
            models.UniqueConstraint(fields=["event", "number"], name="entry_number"),
            models.UniqueConstraint(
                fields=["event", "work_code"], condition=~models.Q(work_code=""), name="entry_work_code"
            ),
        ]
