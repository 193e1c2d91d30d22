"""What scoring a module gives, from the aspect up."""

from dataclasses import dataclass
from decimal import Decimal

from scoring.errors import Problem
from scoring.values import Mark


@dataclass(frozen=True, slots=True)
class AspectResult:
    """`points` is the panel's value at two decimals; `provisional` that of the marks present.

    `counts`: False for what reaches the sum only through a formula or a best-of.
    """

    code: str
    points: Mark
    provisional: Decimal | None
    complete: bool
    marked: int
    findings: tuple[Problem, ...]
    counts: bool = True


@dataclass(frozen=True, slots=True)
class SubCriterionResult:
    code: str
    points: Mark
    provisional: Decimal | None
    aspects: tuple[AspectResult, ...]


@dataclass(frozen=True, slots=True)
class CriterionResult:
    code: str
    points: Mark
    provisional: Decimal | None
    sub_criteria: tuple[SubCriterionResult, ...]


@dataclass(frozen=True, slots=True)
class ModuleScore:
    """What the total needs of a module: points out of `maximum`, never below 0; `complete`: nothing is awaited."""

    points: Mark
    maximum: Decimal
    provisional: Decimal | None
    complete: bool


@dataclass(frozen=True, slots=True)
class ModuleResult:
    """`marked` of `expected` marks are given (special ones count); findings are for the judges to settle."""

    code: str
    score: ModuleScore
    criteria: tuple[CriterionResult, ...]
    marked: int
    expected: int
    findings: tuple[Problem, ...]
