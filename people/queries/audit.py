from django.db.models import Q, QuerySet

from common.models import AuditEntry
from people.actor import Actor
from people.models import Role
from people.permissions import stands_at_top, users_visible_to

READERS = (Role.AUDITOR, Role.ADMINISTRATOR)


def audit_visible_to(actor: Actor, object_id: str = "") -> QuerySet[AuditEntry]:
    """What users of the actor's subtree did; from the top of a tree also what the system did."""
    seen = Q(actor_id__in=users_visible_to(actor, *READERS).values("id"))
    if stands_at_top(actor, *READERS):
        seen |= Q(actor_id=None)
    rows = AuditEntry.objects.filter(seen)
    return rows.filter(subject_id=object_id) if object_id else rows
