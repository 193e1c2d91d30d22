from django.db.models import QuerySet

from common.crypto import lookup_hash
from people.actor import Actor
from people.domain import identity
from people.models import Person
from people.permissions import people_visible_to


def people_matching(actor: Actor, query: str) -> QuerySet[Person]:
    """By a part of the name or the employer, or by one whole identity number."""
    rows = people_visible_to(actor).select_related("organisation")
    query = query.strip()
    if not query:
        return rows
    number = identity.normalise(query)
    if identity.identity_problem(number) is None:
        return rows.filter(identity_hash=lookup_hash(number))
    return rows.filter(name__icontains=query) | rows.filter(employer__icontains=query)
