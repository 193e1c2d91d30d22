"""Who is behind a work code. Ask only for people who may see it (`permissions.can_view_names`)."""

from dataclasses import dataclass
from uuid import UUID

from competition.models import Entry, Event


@dataclass(frozen=True, slots=True)
class EntrantName:
    number: str
    name: str
    name_en: str
    delegation: str
    delegation_en: str


def names_in(event: Event) -> dict[UUID, EntrantName]:
    rows = Entry.objects.filter(event=event).values_list(
        "id", "number", "person__name", "person__name_en", "delegation__name", "delegation__name_en"
    )
    return {row[0]: EntrantName(*row[1:]) for row in rows}
