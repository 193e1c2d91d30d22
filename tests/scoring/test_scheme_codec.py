from decimal import Decimal

import pytest

from scoring.errors import InvalidRule
from scoring.scheme import Module, ModuleKind
from scoring.scheme_codec import module_from_json, scheme_from_json, scheme_to_json
from tests.scoring.schemes import imported, module, scheme


def test_a_scheme_survives_json() -> None:
    whole = scheme(imported(), module(weight="70"))
    assert scheme_from_json(scheme_to_json(whole)) == whole


def test_defaults_of_a_module() -> None:
    assert module_from_json({"code": "A", "weight": "30", "kind": "theory"}) == Module(
        "A", Decimal(30), ModuleKind.THEORY
    )


def test_an_aspect_needs_a_rule() -> None:
    aspect = {"code": "A1", "max_mark": "1"}
    criteria = [{"code": "A", "sub_criteria": [{"code": "A1", "aspects": [aspect]}]}]
    with pytest.raises(InvalidRule) as raised:
        module_from_json({"code": "A", "weight": "30", "kind": "theory", "criteria": criteria})
    assert raised.value.data["field"] == "rule"
