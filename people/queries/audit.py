from django.db.models import QuerySet

from common.models import AuditEntry
from people.actor import Actor
from people.models import Role
from people.permissions import sees_everything, users_visible_to

READERS = (Role.AUDITOR, Role.ADMINISTRATOR)


def audit_visible_to(actor: Actor, object_id: str = "") -> QuerySet[AuditEntry]:
    """What users of the actor's subtree did; from the top of a tree also what the system did."""
    rows = AuditEntry.objects.all()
    if not sees_everything(actor, *READERS):
        rows = rows.filter(actor_id__in=users_visible_to(actor, *READERS).values("id"))
    return rows.filter(subject_id=object_id) if object_id else rows
