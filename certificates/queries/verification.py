"""What a stranger may learn of a certificate: whether it is genuine, and what stands on it, the holder masked.

A miss does the same work as a hit (one look-up, one hash, one signature), so the time tells nothing.
"""

import hmac
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from django.db.models import QuerySet

from certificates.domain.facts import SIGNING_PURPOSE, canonical, facts_hash
from certificates.domain.levels import level_label
from certificates.domain.masking import mask_name
from certificates.models import Certificate, CertificateState
from certificates.queries.integrity import fault_of
from common.signing import sign

SHOWN = ("occupation", "trade", "award", "event", "competition")
DECOY_TEXT = {"holder_name": "示" * 3, "number": "X" * 22, "body": "示" * 60, "issuer": "示" * 12}


@dataclass(frozen=True, slots=True)
class Verdict:
    """valid | revoked | altered | unknown. What an altered row says is not repeated."""

    status: str
    number: str = ""
    title: str = ""
    title_en: str = ""
    holder: str = ""
    issuer: str = ""
    issuer_en: str = ""
    issued_on: date | None = None
    revoked_on: date | None = None
    sample: bool = False
    facts: dict[str, str] = field(default_factory=dict)
    hash: str = ""


UNKNOWN = Verdict("unknown")


def verify_token(token: str) -> Verdict:
    return _verdict(_rows().filter(token=token).first())


def verify_number(number: str, name: str) -> Verdict:
    """Number and full name must both be right; the answer does not say which was wrong."""
    found = _rows().filter(number=number.strip().upper()).first()
    stated = unicodedata.normalize("NFC", name.strip()).encode()
    known = (found.holder_name if found else DECOY_TEXT["holder_name"]).encode()
    same = hmac.compare_digest(stated, known)
    verdict = _verdict(found)
    return verdict if same else UNKNOWN


def verify_file(digest: str) -> Verdict:
    """By the SHA-256 of a PDF: known only when not one byte differs from what was issued."""
    return _verdict(_rows().filter(pdf_hash=digest).first() if digest else None)


def _rows() -> QuerySet[Certificate]:
    return Certificate.objects.defer("pdf")


@cache
def _decoy() -> Certificate:
    """A genuine one that is nobody's, so that examining it takes every step."""
    facts = {**DECOY_TEXT, "issued_on": "2026-01-01", "identity_salt": "", "identity_hash": ""}
    return Certificate(
        facts=facts,
        facts_hash=facts_hash(facts),
        signature=sign(SIGNING_PURPOSE, canonical(facts)),
        number=facts["number"],
        holder_name=facts["holder_name"],
        issued_on=date(2026, 1, 1),
    )


def _verdict(certificate: Certificate | None) -> Verdict:
    fault = fault_of(certificate or _decoy())
    if certificate is None:
        return UNKNOWN
    if fault:
        return Verdict("altered", number=certificate.number)
    facts = certificate.facts
    revoked = certificate.state == CertificateState.REVOKED
    level, level_en = level_label(facts["level"])
    shown = {key: facts[key] for name in SHOWN for key in (name, f"{name}_en") if facts[key]}
    if level:
        shown |= {"level": level, "level_en": level_en}
    return Verdict(
        status="revoked" if revoked else "valid",
        number=certificate.number,
        title=facts["title"],
        title_en=facts["title_en"],
        holder=mask_name(facts["holder_name"]),
        issuer=facts["issuer"],
        issuer_en=facts["issuer_en"],
        issued_on=certificate.issued_on,
        revoked_on=certificate.state_changed_at.date() if revoked and certificate.state_changed_at else None,
        sample=facts["sample"],
        facts=shown,
        hash=certificate.facts_hash,
    )
