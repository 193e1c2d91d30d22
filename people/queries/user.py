from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from people.actor import Actor
from people.models import Role, RoleAssignment, User
from people.permissions import users_visible_to


def users_managed_by(actor: Actor) -> QuerySet[User]:
    """With `roles` (and their organisations) and whether a second factor is set up."""
    factor = Authenticator.objects.filter(user=OuterRef("pk"), type=Authenticator.Type.TOTP)
    roles = RoleAssignment.objects.select_related("organisation").order_by("id")
    return (
        users_visible_to(actor, Role.ADMINISTRATOR)
        .annotate(second_factor=Exists(factor))
        .prefetch_related(Prefetch("roles", queryset=roles))
    )
