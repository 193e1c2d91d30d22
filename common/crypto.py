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


def _seal(content: bytes) -> tuple[str, bytes]:
    number, key = next(iter(_keys().items()))
    nonce = os.urandom(12)
    return number, nonce + AESGCM(key).encrypt(nonce, content, number.encode())


def _open(number: str, raw: bytes) -> bytes:
    return AESGCM(_keys()[number]).decrypt(raw[:12], raw[12:], number.encode())


def encrypt(text: str) -> str:
    number, raw = _seal(text.encode())
    return f"v1:{number}:{base64.b64encode(raw).decode()}"


def decrypt(stored: str) -> str:
    _, number, payload = stored.split(":", 2)
    return _open(number, base64.b64decode(payload)).decode()


def encrypt_bytes(content: bytes) -> bytes:
    """`v1:<key number>:` and the raw nonce and ciphertext, for files."""
    number, raw = _seal(content)
    return f"v1:{number}:".encode() + raw


def decrypt_bytes(stored: bytes) -> bytes:
    _, number, raw = stored.split(b":", 2)
    return _open(number.decode(), raw)


def lookup_hash(text: str) -> str:
    """The same text gives the same hash, but nobody without the key can try all ID numbers."""
    return hmac.new(bytes.fromhex(settings.LOOKUP_KEY), text.encode(), hashlib.sha256).hexdigest()
