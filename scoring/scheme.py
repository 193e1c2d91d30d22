"""What is marked in an event: modules, criteria, sub-criteria, aspects (docs/algorithms/scheme.md)."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from scoring.aggregation import Aggregation, PanelRule
from scoring.aspects import AspectRule, BestOf, FormulaRule, Measure


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
    aggregation: PanelRule = Aggregation.MEAN
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


def is_judged(aspect: Aspect) -> bool:
    """Whether judges mark it; a formula or a best-of is computed from others."""
    return not isinstance(aspect.rule, FormulaRule | BestOf)


def judged_aspects(module: Module) -> Iterator[Aspect]:
    """What stands on a judge's sheet to be marked."""
    return filter(is_judged, aspects_of(module))


def uncounted_codes(module: Module) -> frozenset[str]:
    """Codes of aspects that do not count by themselves: measures, and what a formula or best-of replaces."""
    codes: set[str] = set()
    for aspect in aspects_of(module):
        if isinstance(aspect.rule, Measure):
            codes.add(aspect.code)
        elif isinstance(aspect.rule, FormulaRule | BestOf) and aspect.rule.replaces:
            codes.update(aspect.rule.sources)
    return frozenset(codes)


def module_maximum(module: Module, judges: int) -> Decimal:
    """The most points the module can give. Under Aggregation.SUM each of the `judges` adds a full sheet; what is
    computed from others is computed once.
    """
    if module.source is ModuleSource.IMPORTED:
        return module.imported_max
    uncounted = uncounted_codes(module)
    counted = [aspect for aspect in aspects_of(module) if aspect.code not in uncounted]
    once = sum((aspect.max_mark for aspect in counted if not is_judged(aspect)), Decimal(0))
    sheet = sum((aspect.max_mark for aspect in counted if is_judged(aspect)), Decimal(0))
    return once + (sheet * judges if module.aggregation is Aggregation.SUM else sheet)
