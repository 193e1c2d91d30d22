from typing import TYPE_CHECKING, Any

from django.db import models

from common.crypto import decrypt, decrypt_bytes, encrypt, encrypt_bytes

if TYPE_CHECKING:
    _Base = models.TextField[str, str]
else:
    _Base = models.TextField


class EncryptedTextField(_Base):
    """Text that is encrypted in the database; it cannot be filtered by, keep a `lookup_hash` beside it."""

    def get_prep_value(self, value: Any) -> Any:
        return encrypt(value) if value else ""

    def from_db_value(self, value: str | None, *_: Any) -> str | None:
        return decrypt(value) if value else value


class EncryptedBinaryField(models.BinaryField):  # type: ignore[type-arg]
    """A file with personal data, encrypted in the database."""

    def get_prep_value(self, value: Any) -> Any:
        return encrypt_bytes(bytes(value)) if value else value

    def from_db_value(self, value: Any, *_: Any) -> bytes | None:
        return decrypt_bytes(bytes(value)) if value else value
