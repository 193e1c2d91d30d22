import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certificates.domain.facts import (
    CertificateFacts,
    as_json,
    canonical,
    facts_hash,
    from_json,
    manifest_hash,
)


def facts(**values: object) -> CertificateFacts:
    texts = dict.fromkeys(CertificateFacts.__dataclass_fields__, "")
    return CertificateFacts(**{**texts, "version": "1", "query_addresses": (), "sample": False, **values})  # type: ignore[arg-type]


def test_canonical_form_is_sorted_compact_utf8() -> None:
    assert canonical({"b": "张", "a": ["x"], "c": True}) == '{"a":["x"],"b":"张","c":true}'.encode()


def test_composed_and_decomposed_names_are_the_same_facts() -> None:
    assert facts_hash({"name": "Jose\u0301"}) == facts_hash({"name": "Jos\u00e9"})


@pytest.mark.parametrize("value", [1, 1.5, None, b"x"])
def test_only_text_and_truth_are_facts(value: object) -> None:
    with pytest.raises(TypeError):
        canonical({"a": value})


@given(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8")))
def test_stored_facts_come_back_as_they_were(name: str, address: str) -> None:
    data = as_json(facts(holder_name=name, query_addresses=(address,)))
    assert as_json(from_json(data)) == data


def test_every_field_is_under_the_hash() -> None:
    plain = facts_hash(as_json(facts()))
    changed = {
        name: facts_hash(as_json(facts(**{name: {"query_addresses": ("x",), "sample": True}.get(name, "x")})))
        for name in CertificateFacts.__dataclass_fields__
    }
    assert [name for name, digest in changed.items() if digest == plain] == []


def test_golden_hashes() -> None:
    """If these change, certificates issued earlier no longer verify."""
    assert facts_hash(as_json(facts(holder_name="张示例", number="SL2026000001"))) == (
        "a238b09d23a2643057f9420851b11ed56828336e13e81be743304c6c87121100"
    )
    assert manifest_hash([("A", "1"), ("B", "2")]) == hashlib.sha256(b"A 1\nB 2\n").hexdigest()
