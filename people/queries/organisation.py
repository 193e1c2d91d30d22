from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Length, Substr

from people.actor import Actor
from people.models import Organisation
from people.permissions import organisations_for


def organisations_visible_to(actor: Actor) -> QuerySet[Organisation]:
    """In tree order, each with `parent_id` (also when the parent itself is above what the actor sees)."""
    above = Substr(OuterRef("path"), 1, Length(OuterRef("path")) - Organisation.steplen)
    parent = Organisation.objects.filter(path=above).order_by().values("id")[:1]
    rows: QuerySet[Organisation] = organisations_for(actor).annotate(parent_id=Subquery(parent))
    return rows
