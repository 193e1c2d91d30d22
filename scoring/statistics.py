"""Robust and plain statistics of decimals, exact where they can be."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from scoring.rounding import EXACT

MAD_TO_SD: Final = Fraction("1.4826")
"""The median absolute deviation times this estimates the standard deviation of a normal distribution."""


def median(numbers: Sequence[Fraction]) -> Fraction:
    """Of at least one number."""
    ordered = sorted(numbers)
    count = len(ordered)
    return (ordered[(count - 1) // 2] + ordered[count // 2]) / 2


def mad(numbers: Sequence[Fraction]) -> Fraction:
    """The median of the distances from the median."""
    middle = median(numbers)
    return median([abs(number - middle) for number in numbers])


def mean(numbers: Sequence[Fraction]) -> Fraction:
    return sum(numbers, Fraction()) / len(numbers)


def mean_of(numbers: Sequence[Decimal]) -> Fraction:
    return mean([Fraction(number) for number in numbers])


def standard_deviation(numbers: Sequence[Fraction]) -> Fraction:
    """Of the numbers as the whole population; the root is taken to 60 digits."""
    middle = mean(numbers)
    variance = mean([(number - middle) ** 2 for number in numbers])
    root = EXACT.sqrt(EXACT.divide(Decimal(variance.numerator), Decimal(variance.denominator)))
    return Fraction(root)


def robust_z(number: Fraction, others: Sequence[Fraction]) -> Fraction | None:
    """Distance from the median of `others` in robust standard deviations; None when their MAD is 0."""
    spread = mad(others)
    return (number - median(others)) / (MAD_TO_SD * spread) if spread else None
