"""An aspect computed from others by a formula."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, Final

from scoring.errors import Problem, invalid_mark
from scoring.formula import Expression, evaluate, parse, references
from scoring.rounding import round_half_up
from scoring.text import plain
from scoring.values import Mark, Special, strongest_special

_ZERO: Final = Decimal(0)


@dataclass(frozen=True, slots=True)
class FormulaRule:
    """The value lies between `floor` and the aspect's maximum: what is above or below is cut off.

    `replaces`: the aspects the formula reads count through it and no longer by themselves.
    """

    kind: ClassVar[str] = "formula"
    divisor: ClassVar[int] = 1
    text: str
    expression: Expression
    floor: Decimal = _ZERO
    replaces: bool = True

    @classmethod
    def of(cls, text: str, floor: Decimal = _ZERO, *, replaces: bool = True) -> "FormulaRule":
        """Raises InvalidRule as `formula.parse`."""
        return cls(text, parse(text), floor, replaces)

    @property
    def sources(self) -> tuple[str, ...]:
        return references(self.expression)

    def value(self, values: Mapping[str, Mark], max_mark: Decimal) -> Mark:
        """Two decimals, half up; the strongest special value of those it reads. Raises ZeroDivisionError."""
        used = {code: values[code] for code in self.sources}
        special = strongest_special(used.values())
        if special is not None:
            return special
        exact = self.uncut({code: mark for code, mark in used.items() if not isinstance(mark, Special)})
        return round_half_up(min(max(exact, Fraction(self.floor)), Fraction(max_mark)))

    def uncut(self, values: Mapping[str, Decimal]) -> Fraction:
        """What the formula gives before floor and maximum. Raises ZeroDivisionError."""
        return evaluate(self.expression, values)

    def units(self, raw: Decimal, max_mark: Decimal) -> Decimal:  # noqa: ARG002
        """Raises InvalidMark aspect_is_computed: nobody marks it."""
        raise invalid_mark("aspect_is_computed", formula=self.text)

    def problems(self, max_mark: Decimal) -> Iterator[Problem]:
        if self.floor >= max_mark:
            yield Problem("range_empty", {"minimum": plain(self.floor), "maximum": plain(max_mark)})
        if not self.sources:
            yield Problem("formula_reads_nothing", {"formula": self.text})
