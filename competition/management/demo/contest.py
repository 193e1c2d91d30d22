"""A city's photovoltaic-wafer contest, set up from the two example workbooks."""

from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from django.conf import settings

from common import clock
from competition.actions.award import AwardInput, set_award_rules
from competition.actions.competition import create_competition
from competition.actions.draw import draw_event
from competition.actions.event import create_event
from competition.actions.panel import MemberFacts, create_panel
from competition.actions.scheme import update_module
from competition.actions.start import start_marking
from competition.importers.report import ImportReport
from competition.importers.roster import import_roster
from competition.importers.scheme import import_scheme
from competition.management.demo.people import DemoPeople
from competition.models import CompetitionLevel, Event, MemberRole, Module, ModuleSource
from people.actor import Actor

CHIEF = "林国栋（示例裁判长）"
JUDGES = ["赵启明（示例）", "钱芳（示例）", "孙建业（示例）", "李文博（示例）", "吴晓岚（示例）"]
AWARDS = [
    AwardInput(label="一等奖", label_en="First prize", kind="rank", from_rank=1, to_rank=3),
    AwardInput(label="二等奖", label_en="Second prize", kind="rank", from_rank=4, to_rank=9),
    AwardInput(label="三等奖", label_en="Third prize", kind="rank", from_rank=10, to_rank=19),
    AwardInput(label="优胜奖", label_en="Merit award", kind="share", share=Decimal(50)),
]

# The CIS sheet has no place for a second language.
MODULE_NAMES_EN = {"A": "Wafer slicing", "B": "Visual inspection"}


class WorkbookRefusedError(Exception):
    """An example workbook has findings; they are the message."""


def make_contest(people: DemoPeople) -> Event:
    """Set up, with everything imported and the panel formed; not yet drawn."""
    today = clock.now().date()
    competition = create_competition(
        actor=people.organiser,
        organisation_id=people.city.id,
        name="市新能源材料职业技能竞赛（示例）",
        name_en="City New-Energy Materials Skills Competition (sample)",
        level=CompetitionLevel.CITY,
        starts_on=today,
        ends_on=today + timedelta(days=2),
        venue="东湖工业园一号厂房（示例）",
        venue_en="Donghu Industrial Park, Hall 1 (sample)",
    )
    event = create_event(
        actor=people.organiser,
        competition_id=competition.id,
        code="PV",
        name="光伏硅片加工",
        name_en="Photovoltaic wafer processing",
        occupation="半导体辅料制备工 / 硅片加工（示例）",
        occupation_en="Wafer processing (sample)",
        theory_weight=Decimal(30),
        stations=8,
    )
    _import(people.organiser, event.id)
    for module in Module.objects.filter(event=event, code__in=MODULE_NAMES_EN):
        update_module(actor=people.organiser, module_id=module.id, name_en=MODULE_NAMES_EN[module.code])
    _panel(people.organiser, event)
    set_award_rules(actor=people.organiser, event_id=event.id, rules=AWARDS)
    return event


def _import(actor: Actor, event_id: UUID) -> None:
    folder = Path(settings.BASE_DIR) / "examples" / "pv-wafer"
    for read, name in ((import_scheme, "scheme.xlsx"), (import_roster, "roster.xlsx")):
        data = (folder / name).read_bytes()
        report: ImportReport = read(actor=actor, event_id=event_id, data=data, file_name=name)
        if not report.applied:
            raise WorkbookRefusedError(f"{name}: {report.rows[:3]}")


def _panel(actor: Actor, event: Event) -> None:
    modules = Module.objects.filter(event=event, source=ModuleSource.SHEETS)
    create_panel(
        actor=actor,
        event_id=event.id,
        name="第一裁判组",
        name_en="Panel 1",
        module_ids=[module.id for module in modules],
        members=[
            MemberFacts(name=CHIEF, role=MemberRole.CHIEF, scores=False),
            *(MemberFacts(name=name) for name in JUDGES),
        ],
    )


def start_contest(people: DemoPeople, event: Event) -> None:
    draw_event(actor=people.organiser, event_id=event.id, seed="示例抽签 2026", secret="demo")  # noqa: S106
    start_marking(actor=people.organiser, event_id=event.id)
