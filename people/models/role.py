from django.db import models

from common.ids import new_id
from people.models.organisation import Organisation
from people.models.user import User


class Role(models.TextChoices):
    ADMINISTRATOR = "administrator", "系统管理员"
    ORGANISER = "organiser", "赛事组织者"
    BUREAU_OFFICER = "bureau_officer", "人社局经办人"
    AUDITOR = "auditor", "审计员"
    CHIEF_JUDGE = "chief_judge", "裁判长"
    JUDGE = "judge", "裁判员"
    SCOREKEEPER = "scorekeeper", "记分员"


ORGANISATION_ROLES = (Role.ADMINISTRATOR, Role.ORGANISER, Role.BUREAU_OFFICER, Role.AUDITOR)
EVENT_ROLES = (Role.CHIEF_JUDGE, Role.JUDGE, Role.SCOREKEEPER)


class RoleAssignment(models.Model):
    """A role in an organisation and all below it, or in one event (whose id is plain data here)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="roles")
    role = models.CharField(max_length=20, choices=Role)
    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.CASCADE, related_name="roles")
    event_id = models.UUIDField(null=True, db_index=True)
    granted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    organisation__isnull=False, event_id__isnull=True, role__in=ORGANISATION_ROLES
                )
                | models.Q(organisation__isnull=True, event_id__isnull=False, role__in=EVENT_ROLES),
                name="role_has_its_scope",
            ),
            models.UniqueConstraint(
                fields=["user", "role", "organisation"],
                condition=models.Q(organisation__isnull=False),
                name="role_once_in_organisation",
            ),
            models.UniqueConstraint(
                fields=["user", "role", "event_id"],
                condition=models.Q(event_id__isnull=False),
                name="role_once_in_event",
            ),
        ]
