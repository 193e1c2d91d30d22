"""Small schemes that the tests vary, and strategies for marks on them."""

from decimal import Decimal

from hypothesis import strategies as st

from scoring.aggregation import Aggregation, PanelRule
from scoring.aspects import AspectRule, Band, Binary, Judgement, PointsRange, Step, Steps, Tolerance
from scoring.module import ModuleMarks
from scoring.scheme import Aspect, Criterion, Module, ModuleKind, ModuleSource, Scheme, SubCriterion

BENCHMARKS = ("not acceptable", "meets the standard", "above the standard", "excellent")
JUDGES = ("J1", "J2", "J3", "J4", "J5")

ten_points = PointsRange(Decimal(0), Decimal(10), Decimal("0.5"))
judgement = Judgement(BENCHMARKS)
tolerance = Tolerance(
    Decimal(200), "µm", (Band(Decimal(2), Decimal(2), Decimal(4)), Band(Decimal(5), Decimal(5), Decimal(2)))
)
steps = Steps((Step(Decimal(0), Decimal(0)), Step(Decimal(1), Decimal(3))))
binary = Binary()

ASPECTS = (
    Aspect("B1", Decimal(10), ten_points),
    Aspect("B2", Decimal(5), judgement),
    Aspect("B3", Decimal(4), tolerance),
    Aspect("B4", Decimal(3), steps),
    Aspect("B5", Decimal(1), binary),
)


def module(
    *aspects: Aspect, code: str = "B", weight: str = "100", aggregation: PanelRule = Aggregation.MEAN
) -> Module:
    criterion = Criterion(code, (SubCriterion(f"{code}.1", aspects or ASPECTS),))
    return Module(code, Decimal(weight), ModuleKind.PRACTICE, aggregation=aggregation, criteria=(criterion,))


def imported(code: str = "A", weight: str = "30") -> Module:
    return Module(code, Decimal(weight), ModuleKind.THEORY, source=ModuleSource.IMPORTED)


def scheme(*modules: Module) -> Scheme:
    return Scheme(modules)


_RAW: dict[type[AspectRule], st.SearchStrategy[Decimal]] = {
    PointsRange: st.integers(0, 20).map(lambda half: Decimal(half) / 2),
    Judgement: st.integers(0, 3).map(Decimal),
    Tolerance: st.decimals(190, 210, places=3),
    Steps: st.sampled_from((Decimal(0), Decimal(1))),
    Binary: st.sampled_from((Decimal(0), Decimal(1))),
}


def full_marks() -> st.SearchStrategy[ModuleMarks]:
    """A number from every judge on every aspect."""
    return st.fixed_dictionaries(
        {
            aspect.code: st.fixed_dictionaries({judge: _RAW[type(aspect.rule)] for judge in JUDGES})
            for aspect in ASPECTS
        }
    )
