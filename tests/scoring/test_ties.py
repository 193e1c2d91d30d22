from decimal import Decimal

import pytest

from scoring.entry import score_entry
from scoring.errors import InvalidRule
from scoring.module import ModuleMarks
from scoring.ties import TieKey, TieKeyKind, tie_key_from_json, tie_key_to_json, tie_values
from scoring.values import Absent
from tests.scoring.schemes import ASPECTS, imported, module, scheme

EVENT = scheme(imported(), module(ASPECTS[0], weight="70"))
MARKS: dict[str, ModuleMarks] = {"B": {"B1": {"J1": Decimal("7.5")}}}


def test_everything_a_key_can_compare() -> None:
    result = score_entry(EVENT, MARKS, {"A": Decimal(80)}, {"B": ("J1",)})
    assert tie_values(EVENT, result, Decimal(540)) == {
        "total": Decimal("76.50"),
        "time": Decimal(540),
        "module:A": Decimal(24),
        "module:B": Decimal("52.5"),
        "criterion:B/B": Decimal("7.50"),
        "kind:theory": Decimal(24),
        "kind:practice": Decimal("52.5"),
    }


def test_two_modules_of_one_kind_add_up() -> None:
    event = scheme(imported("A", "30"), imported("C", "70"))
    result = score_entry(event, {}, {"A": Decimal(50), "C": Decimal(10)}, {})
    assert tie_values(event, result)["kind:theory"] == Decimal(22)


def test_what_is_no_number_is_left_out() -> None:
    event = scheme(imported(), module(*ASPECTS[:2], weight="70"))
    result = score_entry(event, MARKS, {"A": Absent}, {"B": ("J1",)})
    assert tie_values(event, result) == {}


def test_an_absent_criterion_leaves_its_module_out() -> None:
    absent: dict[str, ModuleMarks] = {"B": {"B1": {"J1": Absent}}}
    result = score_entry(EVENT, absent, {"A": Decimal(80)}, {"B": ("J1",)})
    assert tie_values(EVENT, result) == {"module:A": Decimal(24), "kind:theory": Decimal(24)}


@pytest.mark.parametrize(
    "data",
    [
        {"kind": "total"},
        {"kind": "time"},
        {"kind": "module", "code": "A"},
        {"kind": "kind", "code": "theory"},
        {"kind": "count", "code": "first", "order": "less_first"},
    ],
    ids=lambda data: data["kind"],
)
def test_keys_survive_json(data: dict[str, str]) -> None:
    assert tie_key_to_json(tie_key_from_json(data)) == data


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"kind": "criterion"}, "tie_key_code_missing"),
        ({"kind": "time", "code": "A"}, "tie_key_code_not_wanted"),
        ({"kind": "luck"}, "field_not_a_choice"),
    ],
)
def test_keys_that_compare_nothing_are_refused(data: dict[str, str], code: str) -> None:
    with pytest.raises(InvalidRule) as raised:
        tie_key_from_json(data)
    assert raised.value.code == code


def test_only_time_is_better_when_less() -> None:
    assert [kind for kind in TieKeyKind if TieKey(kind).ascending] == [TieKeyKind.TIME]
