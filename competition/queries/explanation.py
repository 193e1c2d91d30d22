"""Why an entry has its total: from the total down to each judge's tap."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, TypeAlias
from uuid import UUID

from competition.models import CurrentMark, Entry, ModuleScore, ModuleSource, Sheet
from competition.queries.module_marks import mark_of
from competition.queries.scheme_core import SchemeCore, scheme_core
from people.models import Device
from scoring.explain import Explanation
from scoring.explain import explain_entry as trace_of
from scoring.text import plain
from scoring.values import Mark, NotMarked, Special

_Cell: TypeAlias = tuple[str, str, str]  # module code, aspect code, judge id
_Marks: TypeAlias = dict[str, dict[str, dict[str, Mark]]]


def explain_entry(entry: Entry, *, with_judges: bool) -> dict[str, Any]:
    """The trace as data; `judges` and, in each judge mark, when and on which tablet it was given.

    `with_judges` puts in names and devices, for those who may know who marked what. Four statements when the scheme is known.
    """
    core = scheme_core(entry.event)
    judges = _judges(entry, core)
    marks, taps = _marks(entry, core)
    panels = {code: [str(judge) for judge in found] for code, found in judges.items()}
    trace = trace_of(core.scheme, marks, _imported(entry, core), panels)
    names = (
        {str(id_): name for found in judges.values() for id_, name in found.items()} if with_judges else {}
    )
    texts = {code: _numbered(found, names) for code, found in panels.items()}
    return {
        "entry_id": str(entry.id),
        "entry_code": entry.work_code,
        "state": entry.state,
        "scheme_hash": core.hash,
        "trace": _step(trace, _Telling(texts, taps if with_judges else _without_devices(taps))),
    }


def _judges(entry: Entry, core: SchemeCore) -> dict[str, dict[UUID, str]]:
    found: dict[str, dict[UUID, str]] = {}
    rows = Sheet.objects.filter(entry=entry).order_by("judge_id")
    for module_id, judge_id, name in rows.values_list("module_id", "judge_id", "judge__name"):
        found.setdefault(core.modules[module_id].code, {})[judge_id] = name
    return found


def _marks(entry: Entry, core: SchemeCore) -> tuple[_Marks, dict[_Cell, dict[str, Any]]]:
    marks: _Marks = {}
    taps: dict[_Cell, dict[str, Any]] = {}
    rows = list(CurrentMark.objects.filter(sheet__entry=entry).select_related("mark", "sheet"))
    devices = {row.mark.device_id for row in rows if row.mark.device_id}
    labels = dict(Device.objects.filter(id__in=devices).values_list("id", "label"))
    for row in rows:
        module = core.modules[row.sheet.module_id].code
        aspect, judge = core.aspects[row.aspect_id].aspect.code, str(row.sheet.judge_id)
        marks.setdefault(module, {}).setdefault(aspect, {})[judge] = _as_typed(
            mark_of(row.value, row.special)
        )
        taps[module, aspect, judge] = {
            "mark_id": str(row.mark_id),
            "device_time": row.mark.device_time,
            "received_at": row.mark.received_at,
            "device": labels.get(row.mark.device_id) if row.mark.device_id else None,
        }
    return marks, taps


def _as_typed(mark: Mark) -> Mark:
    """7.5 as the judge typed it, not 7.500000 as the column holds it."""
    return mark if isinstance(mark, Special) else Decimal(plain(mark))


def _imported(entry: Entry, core: SchemeCore) -> dict[str, Mark]:
    rows = ModuleScore.objects.filter(entry=entry, module__source=ModuleSource.IMPORTED)
    return {
        core.modules[row.module_id].code: mark_of(
            row.score, row.special or ("" if row.complete else NotMarked.value)
        )
        for row in rows
    }


def _without_devices(taps: Mapping[_Cell, dict[str, Any]]) -> dict[_Cell, dict[str, Any]]:
    return {cell: {**tap, "device": None} for cell, tap in taps.items()}


def _numbered(judges: list[str], names: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """A judge is number 1 to n of the panel to those who do not get the name."""
    return {
        judge: {"position": position, "name": names.get(judge)} for position, judge in enumerate(judges, 1)
    }


class _Telling:
    """Adds to each judge's step who and when, and hides the judge's id."""

    def __init__(
        self, judges: Mapping[str, Mapping[str, dict[str, Any]]], taps: Mapping[_Cell, dict[str, Any]]
    ) -> None:
        self.judges, self.taps = judges, taps

    def tap(self, module: str, aspect: str, judge: str) -> dict[str, Any]:
        return {"judge": self.judges[module][judge], "tap": self.taps.get((module, aspect, judge))}


def _step(step: Explanation, telling: _Telling, module: str = "", aspect: str = "") -> dict[str, Any]:
    module = step.inputs.get("module", module)
    aspect = step.inputs.get("aspect", aspect)
    found: dict[str, Any] = {
        "code": step.code,
        "rule": step.rule,
        "value": step.value,
        "inputs": {key: value for key, value in step.inputs.items() if key != "judge"},
        "steps": [_step(part, telling, module, aspect) for part in step.steps],
    }
    if step.code == "judge_mark":
        found.update(telling.tap(module, aspect, step.inputs["judge"]))
    return found
