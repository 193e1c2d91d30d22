"""What is marked in an event: modules, criteria, sub-criteria, aspects (docs/algorithms/scheme.md)."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from scoring.aggregation import Aggregation
from scoring.aspects import AspectRule


class ModuleKind(Enum):
    THEORY = "theory"
    PRACTICE = "practice"


class ModuleSource(Enum):
    """Where a module's score comes from: the sheets, or a list brought in (a theory test taken elsewhere)."""

    SHEETS = "sheets"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class Aspect:
    """`code` is unique within its module; `max_mark` in points, 0 for a pure deduction."""

    code: str
    max_mark: Decimal
    rule: AspectRule


@dataclass(frozen=True, slots=True)
class SubCriterion:
    code: str
    aspects: tuple[Aspect, ...]


@dataclass(frozen=True, slots=True)
class Criterion:
    code: str
    sub_criteria: tuple[SubCriterion, ...]


@dataclass(frozen=True, slots=True)
class Module:
    """`weight` is the share of 100 in the event's total; `imported_max` the maximum of imported scores."""

    code: str
    weight: Decimal
    kind: ModuleKind
    source: ModuleSource = ModuleSource.SHEETS
    aggregation: Aggregation = Aggregation.MEAN
    criteria: tuple[Criterion, ...] = ()
    imported_max: Decimal = Decimal(100)


@dataclass(frozen=True, slots=True)
class Scheme:
    modules: tuple[Module, ...]


def aspects_of(module: Module) -> Iterator[Aspect]:
    """The module's aspects in the order of the sheet."""
    for criterion in module.criteria:
        for sub_criterion in criterion.sub_criteria:
            yield from sub_criterion.aspects


def module_maximum(module: Module, judges: int) -> Decimal:
    """The most points the module can give; under Aggregation.SUM each of the `judges` adds a full sheet."""
    if module.source is ModuleSource.IMPORTED:
        return module.imported_max
    sheet = sum((aspect.max_mark for aspect in aspects_of(module)), Decimal(0))
    return sheet * judges if module.aggregation is Aggregation.SUM else sheet
