from django.contrib.auth.models import AbstractUser
from django.db import models

from common.ids import new_id
from people.models.person import Person


class User(AbstractUser):
    """Whoever acts: staff sign in with password and second factor, judges only through a paired device."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    name = models.CharField(max_length=60)
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="users")
    language = models.CharField(max_length=8, default="zh-CN", choices=[("zh-CN", "中文"), ("en", "English")])

    def __str__(self) -> str:
        return self.name or self.username
