"""Generated files kept for a while: corrected workbooks, merged prints. Only their maker reads them.

They hold personal data, so the content is encrypted like the fields it came from.
"""

import base64
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.shortcuts import get_object_or_404

from common import clock
from common.crypto import decrypt, encrypt
from common.models import StoredFile

KEPT_FOR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class KeptFile:
    name: str
    content_type: str
    content: bytes


def keep_file(
    *, owner_id: UUID, name: str, content_type: str, content: bytes, kept_for: timedelta = KEPT_FOR
) -> UUID:
    """Files past their time are swept out on the way, so that personal data never stays by forgetting."""
    now = clock.now()
    StoredFile.objects.filter(expires_at__lte=now).delete()
    kept = StoredFile.objects.create(
        owner_id=owner_id,
        name=name,
        content_type=content_type,
        content=encrypt(base64.b64encode(content).decode()).encode(),
        created_at=now,
        expires_at=now + kept_for,
    )
    return kept.id


def kept_file(*, file_id: UUID, owner_id: UUID | None) -> KeptFile:
    """Raises Http404 for everybody but the maker, and after its time."""
    kept = get_object_or_404(StoredFile, id=file_id, owner_id=owner_id, expires_at__gt=clock.now())
    content = base64.b64decode(decrypt(bytes(kept.content).decode()))
    return KeptFile(kept.name, kept.content_type, content)
