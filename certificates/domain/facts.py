"""What a certificate says, frozen at issue.

The canonical form is JSON in UTF-8 with sorted keys, no spaces, every text in NFC, and nothing but text,
true/false and lists of text: no number whose spelling could differ. Its SHA-256 is the facts hash.
"""

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

VERSION = "1"
SIGNING_PURPOSE = f"certificate-facts-{VERSION}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateFacts:
    """Every field stands on the face or binds the holder to it; an empty text means that it does not apply.

    `identity_shown` is what the face carries when the number is masked; when the kind prints the whole
    number it is empty and only the encrypted column holds it. `identity_hash` is keyed and salted.
    """

    number: str
    kind: str
    title: str
    title_en: str
    holder_name: str
    holder_name_en: str
    identity_type: str
    identity_shown: str
    identity_salt: str
    identity_hash: str
    occupation: str
    occupation_en: str
    trade: str
    trade_en: str
    level: str
    award: str
    award_en: str
    event: str
    event_en: str
    competition: str
    competition_en: str
    body: str
    body_en: str
    issuer: str
    issuer_en: str
    issued_on: str
    query_addresses: tuple[str, ...]
    sample: bool
    version: str = VERSION


def as_json(facts: CertificateFacts) -> dict[str, Any]:
    return {key: _plain(value) for key, value in asdict(facts).items()}


def from_json(data: Mapping[str, Any]) -> CertificateFacts:
    """Raises TypeError or KeyError when the stored data is not what was once written."""
    names = {field.name for field in fields(CertificateFacts)}
    if set(data) != names:
        raise KeyError(*sorted(set(data) ^ names))
    return CertificateFacts(**{**data, "query_addresses": tuple(data["query_addresses"])})


def canonical(data: Mapping[str, Any]) -> bytes:
    return json.dumps(
        _plain(data), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()


def facts_hash(data: Mapping[str, Any]) -> str:
    return hashlib.sha256(canonical(data)).hexdigest()


def manifest_hash(rows: list[tuple[str, str]]) -> str:
    """`rows` are (certificate number, SHA-256 of its PDF) in order of position."""
    return hashlib.sha256("".join(f"{number} {pdf}\n" for number, pdf in rows).encode()).hexdigest()


def _plain(value: Any) -> Any:
    match value:
        case bool():
            return value
        case str():
            return unicodedata.normalize("NFC", value)
        case Mapping():
            return {_plain(str(key)): _plain(item) for key, item in value.items()}
        case list() | tuple():
            return [_plain(item) for item in value]
    msg = f"facts hold text, true/false and lists only, not {type(value).__name__}"
    raise TypeError(msg)
