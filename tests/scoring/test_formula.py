from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.errors import InvalidRule
from scoring.formula import evaluate, parse, references
from tests.scoring.golden import golden


@golden("formula")
def test_value(case: dict[str, Any]) -> None:
    given, expected = case["input"], case["expected"]
    values = {code: Decimal(value) for code, value in given["values"].items()}
    if "error" in expected:
        with pytest.raises(InvalidRule, match=expected["error"]):
            parse(given["formula"])
    elif expected["value"] is None:
        with pytest.raises(ZeroDivisionError):
            evaluate(parse(given["formula"]), values)
    else:
        assert evaluate(parse(given["formula"]), values) == Fraction(expected["value"])


def test_references_once_in_the_order_of_writing() -> None:
    assert references(parse("max(B, A) - B / -C + 1")) == ("B", "A", "C")


@pytest.mark.parametrize(
    ("text", "position", "found"),
    [
        ("", "1", ""),
        ("1 +", "4", ""),
        ("1 2", "3", "2"),
        ("(1", "3", ""),
        ("max 1", "5", "1"),
        ("max()", "5", ")"),
        ("max(1;2)", "6", ";"),
        ("A1 ** 2", "5", "*"),
        ("__import__('os')", "12", "'"),
        ("1 + ", "4", ""),
        ("[]", "1", "["),
    ],
)
def test_what_cannot_be_read_is_shown_where(text: str, position: str, found: str) -> None:
    with pytest.raises(InvalidRule) as raised:
        parse(text)
    assert (raised.value.code, dict(raised.value.data)) == (
        "formula_syntax",
        {"position": position, "found": found},
    )


def test_limits() -> None:
    with pytest.raises(InvalidRule, match="formula_too_long"):
        parse("1" * 501)
    with pytest.raises(InvalidRule, match="formula_too_deep"):
        parse("(" * 40 + "1" + ")" * 40)


@given(st.text(max_size=60))
def test_any_text_is_a_formula_or_refused(text: str) -> None:
    assert refusal(text) in {None, "formula_syntax", "formula_too_deep"}


def refusal(text: str) -> str | None:
    try:
        parse(text)
    except InvalidRule as error:
        return error.code
    return None


@given(st.lists(st.decimals(-100, 100, places=2), min_size=1, max_size=5))
def test_functions_are_those_of_the_language(numbers: list[Decimal]) -> None:
    values = {f"A{place}": number for place, number in enumerate(numbers)}
    arguments = ", ".join(values)
    exact = [Fraction(number) for number in numbers]
    assert [evaluate(parse(f"{name}({arguments})"), values) for name in ("min", "max", "sum")] == [
        min(exact),
        max(exact),
        sum(exact),
    ]
