"""Who may do what with a competition, and which rows somebody may see.

Organisers hold their role over an organisation and all below it; chief judges and judges over one event.
Administrators and auditors see that a contest exists and how it goes, but not who takes part.
Whoever marks an event never sees the names of its entrants: an organiser who sits on a panel of the event
loses the view of names until the results are published.
"""

from django.db.models import QuerySet

from competition.models import Competition, Event, EventState
from people.actor import Actor
from people.models import Organisation, Role
from people.permissions import has_event_role, has_role_over, is_system, organisations_for

NAME_ROLES = (Role.ORGANISER, Role.BUREAU_OFFICER)
STAFF_ROLES = (*NAME_ROLES, Role.ADMINISTRATOR, Role.AUDITOR)


def can_create_competition(actor: Actor, organisation: Organisation) -> bool:
    return has_role_over(actor, Role.ORGANISER, organisation)


def can_organise(actor: Actor, competition: Competition) -> bool:
    return has_role_over(actor, Role.ORGANISER, competition.organisation)


def can_view_competition(actor: Actor, competition: Competition) -> bool:
    return organisations_for(actor, *STAFF_ROLES).filter(id=competition.organisation_id).exists()


def can_chief(actor: Actor, event: Event) -> bool:
    return has_event_role(actor, event.id, Role.CHIEF_JUDGE)


def can_judge(actor: Actor, event: Event) -> bool:
    return has_event_role(actor, event.id, Role.JUDGE, Role.CHIEF_JUDGE)


def can_view_event(actor: Actor, event: Event) -> bool:
    """Scheme, panels, progress: nothing that tells who an entrant is."""
    return can_view_competition(actor, event.competition) or can_judge(actor, event)


def can_view_names(actor: Actor, event: Event) -> bool:
    """Entrants by name, and the link from work code to name."""
    if is_system(actor):
        return True
    if not organisations_for(actor, *NAME_ROLES).filter(id=event.competition.organisation_id).exists():
        return False
    return event.state == EventState.PUBLISHED or not can_judge(actor, event)


def competitions_for(actor: Actor) -> QuerySet[Competition]:
    return Competition.objects.filter(organisation__in=organisations_for(actor, *STAFF_ROLES))


def events_for(actor: Actor) -> QuerySet[Event]:
    return Event.objects.filter(competition__organisation__in=organisations_for(actor, *STAFF_ROLES))
