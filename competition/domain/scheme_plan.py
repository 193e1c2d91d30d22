"""A marking scheme as read from a workbook, before it has rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from scoring import scheme as core
from scoring.aspects import AspectRule

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class AspectPlan:
    """`extra` is the cell as it was written, the line of rule notation included."""

    code: str
    description: str
    extra: str
    requirement: str
    wsss_section: str
    max_mark: Decimal
    rule: AspectRule


@dataclass(frozen=True, slots=True)
class SubCriterionPlan:
    code: str
    name: str
    day: str
    aspects: tuple[AspectPlan, ...]


@dataclass(frozen=True, slots=True)
class ModulePlan:
    """`name` is empty when the sheet does not name the criterion."""

    code: str
    name: str
    sub_criteria: tuple[SubCriterionPlan, ...]

    @property
    def marks(self) -> Decimal:
        """What one sheet can give: an aspect that counts through a formula is not counted twice."""
        return core.module_maximum(core_module(self), 1)


def aspects_in(module: ModulePlan) -> Iterator[AspectPlan]:
    for sub_criterion in module.sub_criteria:
        yield from sub_criterion.aspects


def core_module(module: ModulePlan) -> core.Module:
    """The module as `scoring` sees it; its weight does not matter yet."""
    subs = tuple(
        core.SubCriterion(
            sub.code, tuple(core.Aspect(aspect.code, aspect.max_mark, aspect.rule) for aspect in sub.aspects)
        )
        for sub in module.sub_criteria
    )
    criterion = core.Criterion(module.code, subs)
    return core.Module(module.code, Decimal(0), core.ModuleKind.PRACTICE, criteria=(criterion,))


def shared_weights(marks: Sequence[Decimal], whole: Decimal) -> list[Decimal]:
    """`whole` dealt in proportion to the marks at two decimals; the last share makes the sum exact."""
    total = sum(marks, Decimal(0))
    if total <= 0:
        return [Decimal(0) for _ in marks]
    shares = [(whole * part / total).quantize(CENT, ROUND_HALF_UP) for part in marks[:-1]]
    return [*shares, whole - sum(shares, Decimal(0))]
