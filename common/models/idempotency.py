from django.db import models


class IdempotencyRecord(models.Model):
    """Answer given to (who, key); the same key with another body is refused."""

    who = models.CharField(max_length=80)
    key = models.CharField(max_length=80)
    request_hash = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(null=True)
    body = models.BinaryField(default=b"")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["who", "key"], name="idempotency_who_key")]
