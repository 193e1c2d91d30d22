"""Encryption at rest and keyed look-up hashes.

A stored value is `v1:<key number>:<base64(nonce + ciphertext)>` (AES-256-GCM). `FIELD_KEYS` lists hex keys,
newest first; the key number is its fingerprint, so keys rotate without touching old rows.
"""

import base64
import hashlib
import hmac
import os

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings


def _fingerprint(key: bytes) -> str:
    return hashlib.sha256(key).hexdigest()[:8]


def _keys() -> dict[str, bytes]:
    keys = [bytes.fromhex(key) for key in settings.FIELD_KEYS]
    return {_fingerprint(key): key for key in keys}


def encrypt(text: str) -> str:
    number, key = next(iter(_keys().items()))
    nonce = os.urandom(12)
    sealed = AESGCM(key).encrypt(nonce, text.encode(), number.encode())
    return f"v1:{number}:{base64.b64encode(nonce + sealed).decode()}"


def decrypt(stored: str) -> str:
    _, number, payload = stored.split(":", 2)
    raw = base64.b64decode(payload)
    return AESGCM(_keys()[number]).decrypt(raw[:12], raw[12:], number.encode()).decode()


def lookup_hash(text: str) -> str:
    """The same text gives the same hash, but nobody without the key can try all ID numbers."""
    return hmac.new(bytes.fromhex(settings.LOOKUP_KEY), text.encode(), hashlib.sha256).hexdigest()
