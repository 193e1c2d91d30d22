"""Organisers issue and revoke for their organisation and all below it; the bureau's officer reads there."""

from django.db.models import QuerySet

from certificates.models import Batch, Certificate, CertificateKind
from people.actor import Actor
from people.models import Organisation, Role
from people.permissions import has_role_over, has_role_somewhere, organisations_for

READERS = (Role.ORGANISER, Role.BUREAU_OFFICER)


def can_issue(actor: Actor, organisation: Organisation) -> bool:
    return has_role_over(actor, Role.ORGANISER, organisation)


def can_read_certificates(actor: Actor) -> bool:
    return has_role_somewhere(actor, *READERS)


def can_read_batch(actor: Actor, batch: Batch) -> bool:
    return any(has_role_over(actor, role, batch.organisation) for role in READERS)


def kinds_visible_to(actor: Actor) -> QuerySet[CertificateKind]:
    return CertificateKind.objects.filter(organisation__in=organisations_for(actor, *READERS))


def batches_visible_to(actor: Actor) -> QuerySet[Batch]:
    return Batch.objects.filter(organisation__in=organisations_for(actor, *READERS))


def certificates_visible_to(actor: Actor) -> QuerySet[Certificate]:
    return Certificate.objects.filter(batch__organisation__in=organisations_for(actor, *READERS))
