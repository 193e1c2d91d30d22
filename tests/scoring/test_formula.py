from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.errors import InvalidRule
from scoring.formula import evaluate, parse, references

VALUES = {"A1": Decimal(8), "A2": Decimal("0.5"), "B.1": Decimal(3), "质量": Decimal(10), "A-3 x": Decimal(2)}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 + 2 * 3", "7"),
        ("(1 + 2) * 3", "9"),
        ("10 - 4 - 3", "3"),
        ("12 / 3 / 2", "2"),
        ("-A1 + 10", "2"),
        ("--A1", "8"),
        ("2 * -A2", "-1"),
        ("max(A1, B.1) - min(A1, A2, 1)", "7.5"),
        ("sum(A1, A2, 质量)", "18.5"),
        ("[A-3 x] * 2.25", "4.5"),
        ("max(A1)", "8"),
        ("  A1  ", "8"),
    ],
)
def test_value(text: str, value: str) -> None:
    assert evaluate(parse(text), VALUES) == Fraction(value)


def test_thirds_are_exact() -> None:
    assert evaluate(parse("A1 / 3 * 3"), VALUES) == 8


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
