"""The event's marking scheme as `scoring` wants it.

Once marking has started the scheme is locked, so it is built once per process: the key is the event and the
moment marking started. Before that every call builds it anew.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, Final
from uuid import UUID

from competition.models import Aspect, Event, Module
from scoring import scheme as core
from scoring.aggregation import Aggregation
from scoring.aspects import aspect_rule_from_json
from scoring.scheme_codec import scheme_to_json

KEPT: Final = 64  # events; a larger number than one machine ever marks at a time
_ORDER = (
    "module__position",
    "module__code",
    "sub_criterion__criterion__position",
    "sub_criterion__criterion_id",
    "sub_criterion__position",
    "sub_criterion_id",
    "position",
)


@dataclass(frozen=True, slots=True)
class AspectRef:
    module_id: UUID
    aspect: core.Aspect


@dataclass(frozen=True, slots=True)
class SchemeCore:
    """`hash` is SHA-256 of the scheme's canonical JSON; modules and aspects are found by their row ids."""

    scheme: core.Scheme
    hash: str
    modules: Mapping[UUID, core.Module]
    aspects: Mapping[UUID, AspectRef]


_cache: dict[UUID, tuple[datetime, SchemeCore]] = {}


def scheme_core(event: Event) -> SchemeCore:
    """Two statements, none when the event is being marked and this process has seen it before."""
    if event.started_at is None:
        return _build(event.id)
    kept = _cache.get(event.id)
    if kept is None or kept[0] != event.started_at:
        while len(_cache) >= KEPT:
            _cache.pop(next(iter(_cache)), None)
        kept = _cache[event.id] = (event.started_at, _build(event.id))
    return kept[1]


def _build(event_id: UUID) -> SchemeCore:
    aspects: list[Any] = list(
        Aspect.objects.filter(module__event_id=event_id)
        .order_by(*_ORDER)
        .values(
            "id",
            "module_id",
            "code",
            "max_mark",
            "rule",
            "sub_criterion_id",
            "sub_criterion__code",
            "sub_criterion__criterion_id",
            "sub_criterion__criterion__code",
        )
    )
    refs = {row["id"]: AspectRef(row["module_id"], _aspect(row)) for row in aspects}
    criteria = {module_id: _criteria(rows, refs) for module_id, rows in _grouped(aspects, "module_id")}
    modules = {
        row.id: _module(row, criteria.get(row.id, ())) for row in Module.objects.filter(event_id=event_id)
    }
    scheme = core.Scheme(tuple(modules.values()))
    return SchemeCore(scheme, _hash(scheme), modules, refs)


def _grouped(rows: list[dict[str, Any]], key: str) -> Iterable[tuple[UUID, list[dict[str, Any]]]]:
    return [(found, list(group)) for found, group in groupby(rows, key=lambda row: row[key])]


def _criteria(rows: list[dict[str, Any]], refs: Mapping[UUID, AspectRef]) -> tuple[core.Criterion, ...]:
    return tuple(
        core.Criterion(of_one[0]["sub_criterion__criterion__code"], _sub_criteria(of_one, refs))
        for _, of_one in _grouped(rows, "sub_criterion__criterion_id")
    )


def _sub_criteria(
    rows: list[dict[str, Any]], refs: Mapping[UUID, AspectRef]
) -> tuple[core.SubCriterion, ...]:
    return tuple(
        core.SubCriterion(of_one[0]["sub_criterion__code"], tuple(refs[row["id"]].aspect for row in of_one))
        for _, of_one in _grouped(rows, "sub_criterion_id")
    )


def _aspect(row: dict[str, Any]) -> core.Aspect:
    rule = row["rule"]
    return core.Aspect(row["code"], row["max_mark"], aspect_rule_from_json(rule["kind"], rule))


def _module(row: Module, criteria: tuple[core.Criterion, ...]) -> core.Module:
    return core.Module(
        code=row.code,
        weight=row.weight,
        kind=core.ModuleKind(row.kind),
        source=core.ModuleSource(row.source),
        aggregation=Aggregation(row.aggregation),
        criteria=criteria,
        imported_max=row.max_score,
    )


def _hash(scheme: core.Scheme) -> str:
    text = json.dumps(scheme_to_json(scheme), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
