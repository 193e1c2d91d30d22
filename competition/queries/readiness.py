"""“Ready to start?” with everything that is still missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from common.errors import Problem, problem
from competition.models import (
    Draw,
    Entry,
    EntryState,
    Event,
    EventState,
    MemberRole,
    Module,
    ModuleScore,
    ModuleSource,
    PanelMember,
    Sheet,
)
from competition.queries.scheme_core import scheme_core
from competition.queries.scheme_problems import worded
from scoring.scheme_problems import scheme_problems

NO_ENTRIES = problem(
    "no_entries", 409, "还没有参赛选手，请导入名单。", "There are no entrants yet. Please import the roster."
)
THEORY_SCORES_MISSING = problem(
    "theory_scores_missing",
    409,
    "{count} 名选手没有理论成绩（如 {numbers}）。请在名单中填写成绩或“缺考”后重新导入。",
    "{count} entrants have no theory score (such as {numbers}). Fill in the score or “absent” and import again.",
)
NO_CHIEF = problem("no_chief_judge", 409, "还没有指定裁判长。", "No chief judge has been named.")
MODULE_WITHOUT_JUDGES = problem(
    "module_without_judges",
    409,
    "模块 {module} 没有评分裁判，请在裁判组中安排。",
    "Nobody marks module {module}. Please put judges on a panel for it.",
)
NOT_DRAWN = problem("not_drawn", 409, "还没有抽签。", "Lots have not been drawn.")
DRAW_OUTDATED = problem(
    "draw_outdated",
    409,
    "抽签后名单有变化，请重新抽签。",
    "The roster has changed since the draw. Please draw again.",
)
NAMED_NUMBERS = 5
Code = Literal["scheme", "roster", "panels", "draw", "sheets"]


@dataclass(frozen=True, slots=True)
class ReadinessStep:
    code: Code
    done: bool
    counts: Mapping[str, int]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Readiness:
    """`ready` when only the sheets remain to be opened."""

    ready: bool
    steps: tuple[ReadinessStep, ...]


def readiness(event: Event) -> Readiness:
    """A fixed number of statements, whatever the size of the event."""
    numbers = dict(
        Entry.objects.filter(event=event, state=EntryState.COMPETING)
        .order_by("number")
        .values_list("number", "id")
    )
    modules = list(Module.objects.filter(event=event))
    members = list(
        PanelMember.objects.filter(panel__event=event).values_list(
            "panel_id", "user_id", "role", "scores", "panel__modules"
        )
    )
    steps = (
        _scheme(event, modules),
        _roster(event, list(numbers), modules),
        _panels(modules, members),
        _draw(event, list(numbers)),
    )
    started = event.state not in (EventState.SETUP, EventState.READY)
    sheets = ReadinessStep("sheets", started, {"sheets": Sheet.objects.filter(entry__event=event).count()})
    return Readiness(ready=all(step.done for step in steps), steps=(*steps, sheets))


def _step(code: Code, counts: Mapping[str, int], problems: list[Problem]) -> ReadinessStep:
    return ReadinessStep(code, not problems, counts, tuple(problems))


def _scheme(event: Event, modules: list[Module]) -> ReadinessStep:
    core = scheme_core(event)
    problems = [worded(found) for found in scheme_problems(core.scheme)]
    return _step("scheme", {"modules": len(modules), "aspects": len(core.aspects)}, problems)


def _roster(event: Event, numbers: list[str], modules: list[Module]) -> ReadinessStep:
    imported = [module.id for module in modules if module.source == ModuleSource.IMPORTED]
    scored = set(
        ModuleScore.objects.filter(entry__event=event, module__in=imported, complete=True).values_list(
            "entry__number", flat=True
        )
    )
    missing = [number for number in numbers if imported and number not in scored]
    problems = [] if numbers else [NO_ENTRIES()]
    if missing:
        named = "、".join(missing[:NAMED_NUMBERS])
        problems.append(THEORY_SCORES_MISSING(count=len(missing), numbers=named))
    return _step("roster", {"entries": len(numbers), "theory_scores": len(scored)}, problems)


def _panels(modules: list[Module], members: Sequence[tuple[object, ...]]) -> ReadinessStep:
    judged = {module for _, _, _, scores, module in members if scores}
    problems = [
        MODULE_WITHOUT_JUDGES(module=module.code)
        for module in modules
        if module.source == ModuleSource.SHEETS and module.id not in judged
    ]
    if not any(role == MemberRole.CHIEF for _, _, role, _, _ in members):
        problems.append(NO_CHIEF())
    panels, judges = {row[0] for row in members}, {row[1] for row in members}
    return _step("panels", {"panels": len(panels), "judges": len(judges)}, problems)


def _draw(event: Event, numbers: list[str]) -> ReadinessStep:
    last = Draw.objects.filter(event=event).order_by("drawn_at", "id").last()
    if last is None:
        return _step("draw", {"drawn": 0}, [NOT_DRAWN()])
    # who withdrew after the draw leaves a gap; who came after it has no work code
    outdated = not set(numbers) <= set(last.numbers) or last.stations != event.stations
    drawn = {"drawn": len(last.numbers)}
    return _step("draw", drawn, [DRAW_OUTDATED()] if outdated or event.state == EventState.SETUP else [])
