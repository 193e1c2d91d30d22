"""One-vote vetoes (一票否决): an injury, attendance below 95 %, a quality accident."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum


class Bound(Enum):
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


@dataclass(frozen=True, slots=True)
class Veto:
    """The fact `code` must be at least / at most `limit`, the limit included: attendance at least 95, injuries at most 0."""

    code: str
    bound: Bound
    limit: Decimal

    def holds(self, fact: Decimal) -> bool:
        return fact >= self.limit if self.bound is Bound.AT_LEAST else fact <= self.limit


def broken_vetoes(vetoes: Sequence[Veto], facts: Mapping[str, Decimal]) -> tuple[str, ...]:
    """Codes in the order of the list. A fact that is not reported breaks nothing; see `unreported`."""
    return tuple(veto.code for veto in vetoes if veto.code in facts and not veto.holds(facts[veto.code]))


def unreported(vetoes: Sequence[Veto], facts: Mapping[str, Decimal]) -> tuple[str, ...]:
    """Codes of facts that somebody has yet to report: until then no result is final."""
    return tuple(veto.code for veto in vetoes if veto.code not in facts)
