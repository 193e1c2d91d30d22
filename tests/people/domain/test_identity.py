import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.domain import identity, pairing
from people.domain.organisation_code import is_union, organisation_code_problem

GOLDEN = json.loads((Path(__file__).parents[2] / "golden" / "identity.json").read_text())
MASKS = {"identity": identity.mask_identity, "phone": identity.mask_phone, "name": identity.mask_name}
SOUND = [case["number"] for case in GOLDEN["identity"] if case["problem"] is None]


@pytest.mark.parametrize("case", GOLDEN["identity"], ids=lambda c: c.get("note") or c["number"])
def test_identity_number(case: dict[str, Any]) -> None:
    wrong = identity.identity_problem(case["number"])
    assert (wrong.code if wrong else None) == case["problem"]


@pytest.mark.parametrize("case", GOLDEN["typed"], ids=lambda c: c["typed"])
def test_what_people_type_becomes_the_stored_form(case: dict[str, str]) -> None:
    assert identity.normalise(case["typed"]) == case["normalised"]


@pytest.mark.parametrize("case", GOLDEN["masked"], ids=lambda c: f"{c['kind']} {c['value']}")
def test_mask(case: dict[str, str]) -> None:
    assert MASKS[case["kind"]](case["value"]) == case["masked"]


@pytest.mark.parametrize("case", GOLDEN["organisation_code"], ids=lambda c: c["code"])
def test_organisation_code(case: dict[str, Any]) -> None:
    wrong = organisation_code_problem(case["code"])
    assert (wrong.code if wrong else None, is_union(case["code"])) == (case["problem"], case["union"])


@given(st.sampled_from(SOUND), st.integers(0, 16), st.integers(1, 9))
def test_any_single_wrong_digit_is_noticed(number: str, place: int, by: int) -> None:
    digit = str((int(number[place]) + by) % 10)
    assert identity.identity_problem(number[:place] + digit + number[place + 1 :]) is not None


def test_birth_date_and_sex_are_read_from_the_number() -> None:
    assert [identity.birth_date(SOUND[0]), identity.is_male(SOUND[0])] == ["1949-12-31", False]
    assert [identity.birth_date(SOUND[1]), identity.is_male(SOUND[1])] == ["1880-01-01", True]


def test_pairing_codes_have_forty_bits_and_no_look_alikes() -> None:
    assert len(set(pairing.ALPHABET)) ** pairing.LENGTH == 2**40
    assert set("01IO") & set(pairing.ALPHABET) == set()
    code = pairing.new_code(lambda alphabet: alphabet[-1])
    assert pairing.shown(code) == "ZZZZ-ZZZZ"
    assert pairing.normalise(" zzzz – zzzz") == code
