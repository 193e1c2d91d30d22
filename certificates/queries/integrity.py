"""Whether the register still says what was once issued."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from certificates.domain.facts import SIGNING_PURPOSE, canonical, facts_hash, manifest_hash
from certificates.models import Batch, Certificate, NumberSeries
from common.crypto import lookup_hash
from common.signing import is_signed


@dataclass(frozen=True, slots=True)
class Fault:
    """`code` says what does not agree: facts, signature, columns, identity, pdf, manifest, missing."""

    subject: str
    code: str


def identity_hash(salt: str, number: str) -> str:
    """Keyed and salted: neither the facts nor two certificates of one person give the number away."""
    return lookup_hash(f"certificate:{salt}:{number}") if number else ""


def fault_of(certificate: Certificate) -> str | None:
    """The first thing wrong with the facts, or None. Does not look at the PDF."""
    facts = certificate.facts
    if facts_hash(facts) != certificate.facts_hash:
        return "facts"
    if not is_signed(SIGNING_PURPOSE, canonical(facts), certificate.signature):
        return "signature"
    columns = (certificate.number, certificate.holder_name, certificate.issued_on.isoformat())
    if columns != (facts["number"], facts["holder_name"], facts["issued_on"]):
        return "columns"
    number = certificate.identity_number
    if number and identity_hash(facts["identity_salt"], number) != facts["identity_hash"]:
        return "identity"
    return None


def pdf_fault(certificate: Certificate) -> str | None:
    if certificate.rendered_at is None:
        return None
    content = bytes(certificate.pdf or b"")
    return None if hashlib.sha256(content).hexdigest() == certificate.pdf_hash else "pdf"


def register_faults() -> Iterator[Fault]:
    """Every certificate, every manifest and every series of numbers, recomputed."""
    for certificate in Certificate.objects.order_by("batch_id", "position").iterator(chunk_size=100):
        code = fault_of(certificate) or pdf_fault(certificate)
        if code:
            yield Fault(certificate.number, code)
    for batch in Batch.objects.iterator():
        rows = list(batch.certificates.order_by("position").values_list("number", "pdf_hash"))
        if len(rows) != batch.total:
            yield Fault(f"batch {batch.id}", "missing")
        elif batch.manifest_hash and manifest_hash(rows) != batch.manifest_hash:
            yield Fault(f"batch {batch.id}", "manifest")
    for series in NumberSeries.objects.order_by("stem").iterator():
        pattern = rf"^{series.stem}[0-9]{{6}}$"
        if Certificate.objects.filter(number__regex=pattern).count() != series.last:
            yield Fault(f"series {series.stem}", "missing")
