"""The theory module: made with the event, its scores come with the roster instead of sheets."""

from decimal import Decimal

from common.errors import problem
from competition.models import Event, Module, ModuleKind, ModuleScore, ModuleSource

THEORY_CODE = "T"
THEORY_MAXIMUM = Decimal(100)
WHOLE = Decimal(100)

THEORY_WEIGHT_OUT_OF_RANGE = problem(
    "theory_weight_out_of_range",
    422,
    "理论占比应为 0 到 100（不含 100）之间的数，例如 30。",
    "The weight of theory must be from 0 to below 100, for example 30.",
)
THEORY_SCORES_EXIST = problem(
    "theory_scores_exist",
    409,
    "已导入理论成绩，不能取消理论部分；可以改为其他占比。",
    "Theory scores have been imported, so the theory part cannot be dropped; its weight may change.",
)


def set_theory_weight(event: Event, weight: Decimal) -> None:
    """Inside the transaction of whoever creates or changes the event. Without weight there is no module."""
    if not 0 <= weight < WHOLE:
        raise THEORY_WEIGHT_OUT_OF_RANGE()
    event.theory_weight = weight
    event.save(update_fields=["theory_weight"])
    if weight == 0:
        if ModuleScore.objects.filter(module__event=event, module__source=ModuleSource.IMPORTED).exists():
            raise THEORY_SCORES_EXIST()
        event.modules.filter(source=ModuleSource.IMPORTED).delete()
        return
    Module.objects.update_or_create(
        event=event,
        code=THEORY_CODE,
        defaults={"weight": weight, "kind": ModuleKind.THEORY, "source": ModuleSource.IMPORTED},
        create_defaults={
            "weight": weight,
            "kind": ModuleKind.THEORY,
            "source": ModuleSource.IMPORTED,
            "name": "理论知识",
            "name_en": "Theory",
            "max_score": THEORY_MAXIMUM,
            "position": 0,
        },
    )
