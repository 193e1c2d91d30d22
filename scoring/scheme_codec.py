"""Schemes as JSON: what the tablet is given and the golden cases hold."""

from scoring.aggregation import panel_rule_from_text
from scoring.aspects import aspect_rule_from_json, aspect_rule_to_json
from scoring.json_fields import Json, as_object, choice_of, decimal_of, objects_of, text_of
from scoring.scheme import Aspect, Criterion, Module, ModuleKind, ModuleSource, Scheme, SubCriterion


def scheme_from_json(data: Json) -> Scheme:
    """`{"modules": [module]}`. Raises InvalidRule."""
    return Scheme(tuple(module_from_json(item) for item in objects_of(data, "modules")))


def scheme_to_json(scheme: Scheme) -> dict[str, object]:
    """The inverse of `scheme_from_json`."""
    return {"modules": [module_to_json(module) for module in scheme.modules]}


def module_from_json(data: Json) -> Module:
    """`{"code","weight","kind","source","aggregation","imported_max","criteria":[criterion]}`, a criterion being
    `{"code","sub_criteria":[{"code","aspects":[{"code","max_mark","rule":{"kind",…}}]}]}`; source, aggregation
    and imported_max may be left out (defaults of `Module`). Raises InvalidRule.
    """
    return Module(
        code=text_of(data, "code"),
        weight=decimal_of(data, "weight"),
        kind=choice_of(data, "kind", ModuleKind),
        source=choice_of(data, "source", ModuleSource, "sheets"),
        aggregation=panel_rule_from_text(text_of(data, "aggregation", "mean")),
        criteria=tuple(map(_criterion, objects_of(data, "criteria"))),
        imported_max=decimal_of(data, "imported_max", "100"),
    )


def module_to_json(module: Module) -> dict[str, object]:
    """The inverse of `module_from_json`."""
    return {
        "code": module.code,
        "weight": format(module.weight, "f"),
        "kind": module.kind.value,
        "source": module.source.value,
        "aggregation": module.aggregation.value,
        "imported_max": format(module.imported_max, "f"),
        "criteria": [_criterion_to_json(criterion) for criterion in module.criteria],
    }


def _criterion(data: Json) -> Criterion:
    return Criterion(text_of(data, "code"), tuple(map(_sub_criterion, objects_of(data, "sub_criteria"))))


def _sub_criterion(data: Json) -> SubCriterion:
    return SubCriterion(text_of(data, "code"), tuple(map(_aspect, objects_of(data, "aspects"))))


def _aspect(data: Json) -> Aspect:
    rule = as_object(data.get("rule"), "rule")
    return Aspect(
        text_of(data, "code"),
        decimal_of(data, "max_mark"),
        aspect_rule_from_json(text_of(rule, "kind"), rule),
    )


def _criterion_to_json(criterion: Criterion) -> dict[str, object]:
    return {
        "code": criterion.code,
        "sub_criteria": [
            {"code": sub.code, "aspects": [_aspect_to_json(aspect) for aspect in sub.aspects]}
            for sub in criterion.sub_criteria
        ],
    }


def _aspect_to_json(aspect: Aspect) -> dict[str, object]:
    return {
        "code": aspect.code,
        "max_mark": format(aspect.max_mark, "f"),
        "rule": aspect_rule_to_json(aspect.rule),
    }
