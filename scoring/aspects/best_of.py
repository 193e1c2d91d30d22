"""The best n of m attempts, each of which is an aspect."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from scoring.errors import Problem, invalid_mark
from scoring.values import Absent, Disqualified, Mark, NotMarked, Special


@dataclass(frozen=True, slots=True)
class BestOf:
    """The sum of the `count` best of the aspects `sources`. `replaces` as in a formula."""

    kind: ClassVar[str] = "best_of"
    divisor: ClassVar[int] = 1
    count: int
    sources: tuple[str, ...]
    replaces: bool = True

    def value(self, values: Mapping[str, Mark], max_mark: Decimal) -> Mark:
        """An attempt that was not taken (absent) does not count; without any attempt the aspect is absent itself."""
        attempts = [values[code] for code in self.sources]
        if Disqualified in attempts:
            return Disqualified
        if NotMarked in attempts:
            return NotMarked
        numbers = sorted((mark for mark in attempts if not isinstance(mark, Special)), reverse=True)
        return min(sum(numbers[: self.count], Decimal(0)), max_mark) if numbers else Absent

    def kept(self, values: Mapping[str, Mark]) -> frozenset[str]:
        """Codes of the attempts that count; of equal ones the earlier listed."""
        given = ((code, values[code]) for code in self.sources)
        taken = [
            (-mark, position, code)
            for position, (code, mark) in enumerate(given)
            if not isinstance(mark, Special)
        ]
        return frozenset(code for _, _, code in sorted(taken)[: self.count])

    def units(self, raw: Decimal, max_mark: Decimal) -> Decimal:  # noqa: ARG002
        """Raises InvalidMark aspect_is_computed: nobody marks it."""
        raise invalid_mark("aspect_is_computed", formula=f"best {self.count} of {', '.join(self.sources)}")

    def problems(self, max_mark: Decimal) -> Iterator[Problem]:  # noqa: ARG002 - see scheme_problems
        data = {"count": str(self.count), "attempts": str(len(self.sources))}
        if not 1 <= self.count <= len(self.sources):
            yield Problem("best_of_count_out_of_range", data)
        if len(set(self.sources)) < len(self.sources):
            yield Problem("best_of_repeats", {"attempts": ", ".join(self.sources)})
