"""Turning one row of a list into frozen, hashed and signed facts."""

import secrets
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from certificates.domain.facts import SIGNING_PURPOSE, CertificateFacts, as_json, canonical, facts_hash
from certificates.domain.levels import level_label
from certificates.domain.wording import fill
from certificates.models import Batch, Certificate, CertificateKind
from certificates.queries.integrity import identity_hash
from common.signing import sign
from people.models import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateRow:
    """What the caller knows about one certificate. The ID number comes from the person, never from the caller."""

    holder_name: str
    holder_name_en: str = ""
    person_id: UUID | None = None
    identity_type: str = "居民身份证"
    occupation: str = ""
    occupation_en: str = ""
    trade: str = ""
    trade_en: str = ""
    level: str = ""
    award: str = ""
    award_en: str = ""
    event: str = ""
    event_en: str = ""
    competition: str = ""
    competition_en: str = ""


def _wording(kind: CertificateKind, row: CertificateRow, issued_on: date) -> tuple[str, str]:
    level, level_en = level_label(row.level)
    names = ("holder_name", "occupation", "trade", "award", "event", "competition")
    values = {f"{name}{suffix}": getattr(row, f"{name}{suffix}") for name in names for suffix in ("", "_en")}
    values |= {"level": level, "level_en": level_en, "issuer": kind.issuer, "issuer_en": kind.issuer_en}
    values["issued_on"] = issued_on.isoformat()
    return fill(kind.body, values), fill(kind.body_en, values)


def freeze(
    *,
    batch: Batch,
    kind: CertificateKind,
    row: CertificateRow,
    person: Person | None,
    number: str,
    position: int,
    issued_on: date,
) -> Certificate:
    """An unsaved certificate."""
    identity = person.identity_number if person else ""
    salt = secrets.token_hex(16)
    body, body_en = _wording(kind, row, issued_on)
    facts = CertificateFacts(
        number=number,
        kind=kind.code,
        title=kind.title,
        title_en=kind.title_en,
        holder_name=row.holder_name,
        holder_name_en=row.holder_name_en,
        identity_type=row.identity_type if identity else "",
        identity_shown=person.identity_masked if person and identity and not kind.full_identity else "",
        identity_salt=salt,
        identity_hash=identity_hash(salt, identity),
        occupation=row.occupation,
        occupation_en=row.occupation_en,
        trade=row.trade,
        trade_en=row.trade_en,
        level=row.level,
        award=row.award,
        award_en=row.award_en,
        event=row.event,
        event_en=row.event_en,
        competition=row.competition,
        competition_en=row.competition_en,
        body=body,
        body_en=body_en,
        issuer=kind.issuer,
        issuer_en=kind.issuer_en,
        issued_on=issued_on.isoformat(),
        query_addresses=tuple(kind.query_addresses),
        sample=kind.sample,
    )
    data = as_json(facts)
    return Certificate(
        batch=batch,
        person=person,
        number=number,
        position=position,
        holder_name=data["holder_name"],
        identity_number=identity if kind.full_identity else "",
        facts=data,
        facts_hash=facts_hash(data),
        signature=sign(SIGNING_PURPOSE, canonical(data)),
        token=secrets.token_urlsafe(16),
        issued_on=issued_on,
    )
