"""Judgement against four benchmarks."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Final

from scoring.aspects.raw import checked
from scoring.errors import Problem, invalid_mark

SCORES: Final = (Decimal(0), Decimal(1), Decimal(2), Decimal(3))


@dataclass(frozen=True, slots=True)
class Judgement:
    """Score 0..3 against a description of each; points = score / 3 x maximum (WorldSkills).

    Judges may differ by at most `max_spread`, else they discuss and score again.
    """

    kind: ClassVar[str] = "judgement"
    # Units are score x maximum; the panel's sum is divided once, by 3 x judges: (s1+s2+s3)/9 x maximum.
    divisor: ClassVar[int] = 3
    benchmarks: tuple[str, ...]
    max_spread: int = 1

    def units(self, raw: Decimal, max_mark: Decimal) -> Decimal:
        """Three times the points. Raises InvalidMark judgement_not_0_to_3."""
        if raw.is_finite() and raw in SCORES:
            return raw * max_mark
        raise invalid_mark("judgement_not_0_to_3", value=checked(raw))

    def problems(self, max_mark: Decimal) -> Iterator[Problem]:  # noqa: ARG002 - 3 of 3 is always the maximum
        described = sum(1 for text in self.benchmarks if text.strip())
        if len(self.benchmarks) != len(SCORES) or described != len(SCORES):
            yield Problem(
                "judgement_without_benchmarks", {"described": str(described), "needed": str(len(SCORES))}
            )
        if not 0 <= self.max_spread <= int(SCORES[-1]):
            yield Problem("judgement_spread_out_of_range", {"max_spread": str(self.max_spread)})
