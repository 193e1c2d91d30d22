"""The marking scheme: replaced as a whole from a workbook, and its modules adjusted."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypedDict, Unpack
from uuid import UUID

from django.db import transaction
from django.shortcuts import get_object_or_404

from common import audit
from common.errors import problem
from competition.actions.changes import apply_changes
from competition.actions.event_access import event_before_start
from competition.domain.scheme_plan import ModulePlan, aspects_in, shared_weights
from competition.events import touch_boards
from competition.models import Aspect, Criterion, Event, Module, ModuleSource, SubCriterion
from people.actor import Actor
from scoring.aspects import aspect_rule_to_json

WHOLE = Decimal(100)
WEIGHT_OUT_OF_RANGE = problem(
    "module_weight_out_of_range",
    422,
    "模块权重应大于 0 且不超过 100。",
    "The weight of a module must be above 0 and at most 100.",
)
THEORY_WEIGHT_IS_SET_ON_EVENT = problem(
    "theory_weight_set_on_event",
    422,
    "理论模块的权重请在赛项设置中修改。",
    "Please change the weight of theory in the settings of the event.",
)


@dataclass(frozen=True, slots=True)
class SchemeSummary:
    modules: int
    sub_criteria: int
    aspects: int
    marks: Decimal
    weights: dict[str, str]


@transaction.atomic
def import_scheme(
    *, actor: Actor, event_id: UUID, modules: Sequence[ModulePlan], dry_run: bool = False
) -> SchemeSummary:
    """Replaces everything marked on sheets. Names and weights that the organiser set stay when the modules
    are the same as before; otherwise weights are dealt by marks. Raises event_started.
    """
    event = event_before_start(actor=actor, event_id=event_id)
    old = {module.code: module for module in event.modules.filter(source=ModuleSource.SHEETS)}
    weights = _weights(event, old, modules)
    summary = SchemeSummary(
        modules=len(modules),
        sub_criteria=sum(len(module.sub_criteria) for module in modules),
        aspects=sum(1 for module in modules for _ in aspects_in(module)),
        marks=sum((module.marks for module in modules), Decimal(0)),
        weights={code: str(weight) for code, weight in weights.items()},
    )
    if dry_run:
        return summary
    _replace(event, old, modules, weights)
    audit.record(
        actor=actor,
        action="scheme.import",
        subject="event",
        subject_id=event.id,
        data={"modules": sorted(weights), "aspects": summary.aspects, "marks": str(summary.marks)},
    )
    touch_boards(event.id)
    return summary


def _weights(event: Event, old: dict[str, Module], modules: Sequence[ModulePlan]) -> dict[str, Decimal]:
    codes = [module.code for module in modules]
    if old.keys() == set(codes):
        return {code: old[code].weight for code in codes}
    whole = WHOLE - event.theory_weight
    return dict(zip(codes, shared_weights([module.marks for module in modules], whole), strict=True))


def _replace(
    event: Event, old: dict[str, Module], plans: Sequence[ModulePlan], weights: dict[str, Decimal]
) -> None:
    Criterion.objects.filter(module__event=event).delete()
    Module.objects.filter(id__in=[old[code].id for code in old.keys() - weights.keys()]).delete()
    criteria, sub_criteria, aspects = [], [], []
    for position, plan in enumerate(plans, 1):
        module = old.get(plan.code) or Module(event=event, code=plan.code, name=plan.code)
        module.name = plan.name or module.name
        module.weight, module.max_score, module.position = weights[plan.code], plan.marks, position
        module.save()
        criterion = Criterion(module=module, code=plan.code, name=module.name, position=1)
        criteria.append(criterion)
        for place, part in enumerate(plan.sub_criteria, 1):
            sub = SubCriterion(
                criterion=criterion, code=part.code, name=part.name, day=part.day, position=place
            )
            sub_criteria.append(sub)
            aspects += [
                Aspect(
                    sub_criterion=sub,
                    module=module,
                    code=aspect.code,
                    description=aspect.description,
                    extra=aspect.extra,
                    requirement=aspect.requirement,
                    wsss_section=aspect.wsss_section,
                    max_mark=aspect.max_mark,
                    rule=aspect_rule_to_json(aspect.rule),
                    position=number,
                )
                for number, aspect in enumerate(part.aspects, 1)
            ]
    Criterion.objects.bulk_create(criteria)
    SubCriterion.objects.bulk_create(sub_criteria)
    Aspect.objects.bulk_create(aspects, batch_size=500)


class ModuleChanges(TypedDict, total=False):
    name: str
    name_en: str
    weight: Decimal
    aggregation: Literal["mean", "median", "trimmed_mean"]


@transaction.atomic
def update_module(*, actor: Actor, module_id: UUID, **changes: Unpack[ModuleChanges]) -> Module:
    """Raises event_started, module_weight_out_of_range, theory_weight_set_on_event."""
    module = get_object_or_404(Module, id=module_id)
    event = event_before_start(actor=actor, event_id=module.event_id)
    weight = changes.get("weight", module.weight)
    if not 0 < weight <= WHOLE:
        raise WEIGHT_OUT_OF_RANGE()
    if weight != module.weight and module.source == ModuleSource.IMPORTED:
        raise THEORY_WEIGHT_IS_SET_ON_EVENT()
    changed = apply_changes(module, changes)
    if changed:
        audit.record(
            actor=actor, action="module.update", subject="module", subject_id=module.id, data=changed
        )
        touch_boards(event.id)
    return module
