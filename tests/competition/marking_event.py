"""An event that is being marked: one practice module on sheets, optionally imported theory, some judges."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from itertools import count
from uuid import UUID

from common import clock
from common.ids import new_id
from competition.actions.mark import MarkInput, MarkOutcome, record_marks
from competition.models import (
    Aspect,
    Criterion,
    CurrentMark,
    Delegation,
    Entry,
    Event,
    EventState,
    Mark,
    MemberRole,
    Module,
    ModuleKind,
    ModuleScore,
    ModuleSource,
    Panel,
    PanelMember,
    RefusedMark,
    Sheet,
    SubCriterion,
)
from people.actor import Actor
from people.models import Device, Organisation, User
from tests import factories

RANGE = {"kind": "range", "min": "0", "max": "10", "step": "0.5"}
STEPS = {
    "kind": "steps",
    "steps": [{"value": "1", "points": "2", "label": "合格"}, {"value": "2", "points": "5", "label": "优秀"}],
}
JUDGEMENT = {"kind": "judgement", "benchmarks": ["不会", "会", "熟练", "精通"], "max_spread": 1}
_person = count(1)
NAMES = ("陈一鸣", "林二妹", "黄三石", "周四海", "吴五岳")


@dataclass(slots=True)
class Marking:
    organisation: Organisation
    event: Event
    modules: dict[str, Module]
    aspects: dict[str, Aspect]
    entries: list[Entry]
    judges: list[User]
    devices: list[Device]
    chief: User
    chief_device: Device
    organiser: User
    panel: Panel

    def judge(self, index: int = 0) -> Actor:
        return factories.actor_for(self.judges[index], self.devices[index])

    @property
    def chief_actor(self) -> Actor:
        return factories.actor_for(self.chief, self.chief_device)

    @property
    def organiser_actor(self) -> Actor:
        return factories.actor_for(self.organiser)

    def sheet(self, entry: int = 0, judge: int = 0, module: str = "B") -> Sheet:
        return Sheet.objects.get(
            entry=self.entries[entry], judge=self.judges[judge], module=self.modules[module]
        )

    def score(self, entry: int = 0, module: str = "B") -> ModuleScore:
        return ModuleScore.objects.get(entry=self.entries[entry], module=self.modules[module])

    def give(
        self, code: str, value: str | None, *, entry: int = 0, judge: int = 0, **more: object
    ) -> MarkOutcome:
        made = mark_for(self.sheet(entry, judge), self.aspects[code].id, value, **more)  # type: ignore[arg-type]
        return record_marks(actor=self.judge(judge), marks=[made])[0]

    def mark_all(self, entry: int, values: dict[str, str]) -> None:
        for judge in range(len(self.judges)):
            sheet = self.sheet(entry, judge)
            marks = [mark_for(sheet, self.aspects[code].id, value) for code, value in values.items()]
            outcomes = record_marks(actor=self.judge(judge), marks=marks)
            assert [outcome.state for outcome in outcomes] == ["saved"] * len(marks)

    def sign_all(self) -> None:
        Sheet.objects.filter(entry__event=self.event).update(state="signed", signed_at=clock.now())

    def rows(self) -> dict[str, list[object]]:
        """Everything a refused mark must leave as it was."""
        return {
            "marks": list(Mark.objects.order_by("id").values()),
            "current": list(CurrentMark.objects.order_by("id").values()),
            "sheets": list(Sheet.objects.order_by("id").values()),
            "scores": list(ModuleScore.objects.order_by("id").values()),
        }


def mark_for(
    sheet: Sheet,
    aspect_id: UUID,
    value: str | None,
    *,
    special: str | None = None,
    id: UUID | None = None,  # noqa: A002
    minutes: int = 0,
) -> MarkInput:
    """`minutes` moves the device's time."""
    at = clock.now() + timedelta(minutes=minutes)
    return MarkInput(id or new_id(), sheet.id, aspect_id, value, special, at, sheet.revision)


def refusals() -> list[tuple[str, str]]:
    return list(RefusedMark.objects.order_by("id").values_list("code", "value"))


def marking_event(
    *, entries: int = 3, judges: int = 3, theory: bool = False, aggregation: str = "mean"
) -> Marking:
    """Module B: B1 range 0–10 in halves, B2 steps (5), B3 judgement (max 6): 21 points. A: theory of 100."""
    organisation = factories.organisation()
    event = factories.event(organisation, theory_weight=Decimal(30 if theory else 0))
    event.state, event.started_at = EventState.MARKING, clock.now()
    event.save()
    modules = {"B": _practice(event, Decimal(70 if theory else 100), aggregation)}
    if theory:
        modules["A"] = _theory(event)
    made = Marking(
        organisation=organisation,
        event=event,
        modules=modules,
        aspects=_aspects(modules["B"]),
        entries=_entries(event, entries),
        judges=[factories.judge(event.id) for _ in range(judges)],
        devices=[],
        chief=(chief := factories.chief_judge(event.id)),
        chief_device=factories.device(chief, event.id, label="裁判长平板"),
        organiser=factories.organiser(organisation),
        panel=Panel.objects.create(event=event, name="一组"),
    )
    made.devices = [
        factories.device(user, event.id, label=f"平板{n}") for n, user in enumerate(made.judges, 1)
    ]
    made.panel.modules.set([modules["B"]])
    _panel(made.panel, made.judges, chief)
    _sheets(made)
    return made


def _practice(event: Event, weight: Decimal, aggregation: str) -> Module:
    return Module.objects.create(
        event=event,
        code="B",
        name="实操",
        name_en="Practice",
        weight=weight,
        max_score=21,
        aggregation=aggregation,
        position=2,
    )


def _theory(event: Event) -> Module:
    return Module.objects.create(
        event=event,
        code="A",
        name="理论",
        name_en="Theory",
        kind=ModuleKind.THEORY,
        source=ModuleSource.IMPORTED,
        weight=30,
        max_score=100,
        position=1,
    )


def _aspects(module: Module) -> dict[str, Aspect]:
    criterion = Criterion.objects.create(module=module, code="B", name="焊接")
    sub = SubCriterion.objects.create(criterion=criterion, code="B1", name="焊缝")
    specs = [("B1", 10, RANGE), ("B2", 5, STEPS), ("B3", 6, JUDGEMENT)]
    return {
        code: Aspect.objects.create(
            sub_criterion=sub,
            module=module,
            code=code,
            description=f"评分项{code}",
            max_mark=most,
            rule=rule,
            position=n,
        )
        for n, (code, most, rule) in enumerate(specs)
    }


def _entries(event: Event, how_many: int) -> list[Entry]:
    made = []
    for n in range(how_many):
        delegation, _ = Delegation.objects.get_or_create(event=event, name=f"示例代表队{n % 2 + 1}")
        person = factories.person(
            NAMES[n % len(NAMES)], identity_number=f"11010519491231{next(_person):03d}X"
        )
        made.append(
            Entry.objects.create(
                event=event,
                person=person,
                delegation=delegation,
                number=f"N{n + 501}",
                start_order=n + 1,
                station=f"{n + 1}",
                work_code=f"W{n + 101:03d}",
            )
        )
    return made


def _panel(panel: Panel, judges: Sequence[User], chief: User) -> None:
    PanelMember.objects.create(panel=panel, user=chief, role=MemberRole.CHIEF, scores=False)
    for position, user in enumerate(judges, 1):
        PanelMember.objects.create(panel=panel, user=user, position=position)


def _sheets(made: Marking) -> None:
    expected = len(made.aspects) * len(made.judges)
    for entry in made.entries:
        for user in made.judges:
            Sheet.objects.create(entry=entry, module=made.modules["B"], judge=user)
        ModuleScore.objects.create(entry=entry, module=made.modules["B"], expected=expected)
        if "A" in made.modules:
            ModuleScore.objects.create(
                entry=entry, module=made.modules["A"], score=80, complete=True, marked=1, expected=1
            )
