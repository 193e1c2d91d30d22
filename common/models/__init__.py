from common.models.audit import AuditEntry, AuditSeal
from common.models.idempotency import IdempotencyRecord
from common.models.stored_file import StoredFile

__all__ = ["AuditEntry", "AuditSeal", "IdempotencyRecord", "StoredFile"]
