from collections.abc import Callable
from typing import Any

import pytest

from scoring.aggregation import Aggregation
from scoring.errors import InvalidRule
from scoring.json_fields import (
    as_object,
    choice_of,
    decimal_of,
    flag_of,
    objects_of,
    optional_decimal_of,
    optional_whole_of,
    text_of,
    texts_of,
    whole_of,
)

REFUSED: list[tuple[Callable[[], Any], str]] = [
    (lambda: text_of({}, "a"), "field_missing"),
    (lambda: text_of({"a": None}, "a"), "field_missing"),
    (lambda: text_of({"a": 1}, "a"), "field_not_text"),
    (lambda: decimal_of({"a": 0.5}, "a"), "field_not_text"),
    (lambda: decimal_of({"a": "x"}, "a"), "field_not_decimal"),
    (lambda: decimal_of({"a": "Infinity"}, "a"), "field_not_decimal"),
    (lambda: whole_of({}, "a"), "field_missing"),
    (lambda: whole_of({"a": "1"}, "a"), "field_not_whole"),
    (lambda: whole_of({"a": True}, "a"), "field_not_whole"),
    (lambda: optional_whole_of({"a": "1"}, "a"), "field_not_whole"),
    (lambda: optional_decimal_of({"a": 1}, "a"), "field_not_text"),
    (lambda: flag_of({"a": "yes"}, "a", default=True), "field_not_a_flag"),
    (lambda: choice_of({"a": "average"}, "a", Aggregation), "field_not_a_choice"),
    (lambda: texts_of({"a": "text"}, "a"), "field_not_a_list"),
    (lambda: texts_of({"a": [1]}, "a"), "field_not_text"),
    (lambda: objects_of({"a": {}}, "a"), "field_not_a_list"),
    (lambda: objects_of({"a": ["text"]}, "a"), "field_not_an_object"),
    (lambda: as_object(None, "a"), "field_not_an_object"),
]


@pytest.mark.parametrize(("read", "code"), REFUSED)
def test_every_refusal_names_the_field(read: Callable[[], Any], code: str) -> None:
    with pytest.raises(InvalidRule) as raised:
        read()
    assert (raised.value.code, raised.value.data["field"]) == (code, "a")


def test_missing_lists_are_empty_and_defaults_hold() -> None:
    assert texts_of({}, "a") == ()
    assert objects_of({}, "a") == ()
    assert text_of({}, "a", "x") == "x"
    assert whole_of({}, "a", 1) == 1
    assert optional_whole_of({"a": None}, "a") is None
    assert optional_decimal_of({}, "a") is None
    assert flag_of({}, "a", default=True) is True
    assert choice_of({}, "a", Aggregation, "sum") is Aggregation.SUM
