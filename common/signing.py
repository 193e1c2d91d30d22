"""Ed25519 signatures of the installation; the key's seed is `SIGNING_KEY`."""

import base64
import hashlib
from functools import lru_cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings


@lru_cache(maxsize=2)
def _key(seed: str) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(seed))


def _message(purpose: str, content: bytes) -> bytes:
    """The purpose keeps a signature from meaning anything elsewhere."""
    return f"jiangxin:{purpose}:".encode() + hashlib.sha256(content).digest()


def sign(purpose: str, content: bytes) -> str:
    return base64.b64encode(_key(settings.SIGNING_KEY).sign(_message(purpose, content))).decode()


def is_signed(purpose: str, content: bytes, signature: str) -> bool:
    try:
        raw = base64.b64decode(signature, validate=True)
        _key(settings.SIGNING_KEY).public_key().verify(raw, _message(purpose, content))
    except (InvalidSignature, ValueError):
        return False
    return True


def public_key() -> str:
    """For whoever wants to check without us, as base64 of the 32 raw bytes."""
    return base64.b64encode(_key(settings.SIGNING_KEY).public_key().public_bytes_raw()).decode()
