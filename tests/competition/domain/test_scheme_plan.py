from decimal import Decimal

import pytest

from competition.domain.scheme_plan import shared_weights


@pytest.mark.parametrize(
    ("marks", "whole", "weights"),
    [
        (["60", "40"], "70", ["42.00", "28.00"]),
        (["1", "1", "1"], "100", ["33.33", "33.33", "33.34"]),
        (["10"], "80", ["80"]),
        (["0", "0"], "100", ["0", "0"]),
    ],
)
def test_weights_are_dealt_by_marks_and_add_up(marks: list[str], whole: str, weights: list[str]) -> None:
    shares = shared_weights([Decimal(mark) for mark in marks], Decimal(whole))
    assert shares == [Decimal(weight) for weight in weights]
