from django.db import models

from common.ids import new_id


class StoredFile(models.Model):
    """A generated file kept for a while (corrected workbooks, merged prints); readable by its maker only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    owner_id = models.UUIDField()
    name = models.CharField(max_length=200)
    content_type = models.CharField(max_length=100)
    content = models.BinaryField()
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)
