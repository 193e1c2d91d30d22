from decimal import Decimal, localcontext
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from scoring.rounding import WholeRounding, round_half_up, round_whole


@given(st.decimals(-(10**6), 10**6, places=5))
def test_a_fraction_rounds_as_its_decimal_does(value: Decimal) -> None:
    assert round_half_up(Fraction(value)) == round_half_up(value)


@given(st.decimals(-(10**6), 10**6, places=5))
def test_moves_by_half_a_hundredth_at_most(value: Decimal) -> None:
    assert abs(round_half_up(value) - value) <= Decimal("0.005")


def test_a_caller_context_changes_nothing() -> None:
    with localcontext() as context:
        context.prec = 3
        assert round_half_up(Decimal("1234.565")) == Decimal("1234.57")


def test_thirds_are_exact_in_fractions() -> None:
    assert round_half_up(Fraction(1, 3) + Fraction(1, 6), 0) == Decimal(1)


def test_shares_of_people() -> None:
    share = Fraction(5, 2)
    assert [round_whole(share, rounding) for rounding in WholeRounding] == [3, 3, 2]
    assert [round_whole(Fraction(2), rounding) for rounding in WholeRounding] == [2, 2, 2]
