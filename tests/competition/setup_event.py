"""An event before its first mark, made of plain rows and the sample workbooks."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from competition.actions.event import create_event
from competition.actions.panel import MemberFacts, create_panel
from competition.importers.report import ImportReport
from competition.importers.roster import import_roster
from competition.importers.scheme import import_scheme
from competition.models import Event, MemberRole, Module
from people.actor import Actor
from people.domain.identity import check_character
from people.models import Organisation, User
from tests import factories
from tests.common.spreadsheets import hostile

EXAMPLES = Path("examples/pv-wafer")
HEADING = ["姓名", "证件号码", "代表队", "单位", "手机号码", "参赛编号", "理论成绩"]


@dataclass(slots=True)
class Setup:
    organisation: Organisation
    organiser: User
    actor: Actor
    event: Event


def an_event(theory_weight: str = "30") -> Setup:
    organisation = factories.organisation()
    organiser = factories.organiser(organisation)
    actor = factories.actor_for(organiser)
    competition = factories.competition(organisation)
    event = create_event(
        actor=actor,
        competition_id=competition.id,
        code="PV",
        name="光伏硅片（示例）",
        occupation="硅片加工",
        theory_weight=Decimal(theory_weight),
    )
    return Setup(organisation, organiser, actor, event)


def identity(position: int) -> str:
    """Holds, but carries the code of a whole province, which no identity card has."""
    first = f"3200001990{1 + position % 12:02d}{1 + position % 28:02d}{position:03d}"
    return first + check_character(first)


def line(position: int, **changes: str) -> list[str]:
    """One row under HEADING."""
    surname = "赵钱孙李周吴郑王冯陈褚卫"[position % 12]
    values = {
        "姓名": f"{surname}示例",
        "证件号码": identity(position),
        "代表队": f"示例{position % 3 + 1}队",
        "单位": "示例公司",
        "手机号码": "",
        "参赛编号": "",
        "理论成绩": "80",
    }
    return list({**values, **changes}.values())


def workbook(rows: Sequence[Sequence[object]], **kwargs: Any) -> bytes:
    return hostile.xlsx([HEADING, *rows], **kwargs)


def bring_in(setup: Setup, rows: Sequence[Sequence[object]], *, dry_run: bool = False) -> ImportReport:
    return import_roster(
        actor=setup.actor,
        event_id=setup.event.id,
        data=workbook(rows),
        file_name="名单.xlsx",
        dry_run=dry_run,
    )


def with_entries(setup: Setup, count: int) -> Setup:
    report = bring_in(setup, [line(position) for position in range(1, count + 1)])
    assert report.applied, report.rows
    return setup


def with_scheme(setup: Setup) -> Setup:
    data = (EXAMPLES / "scheme.xlsx").read_bytes()
    report = import_scheme(actor=setup.actor, event_id=setup.event.id, data=data, file_name="scheme.xlsx")
    assert report.applied, report.rows
    return setup


def with_panel(setup: Setup, judges: int = 3) -> Setup:
    modules = Module.objects.filter(event=setup.event, source="sheets")
    members = [MemberFacts(f"裁判{n}") for n in range(1, judges + 1)]
    create_panel(
        actor=setup.actor,
        event_id=setup.event.id,
        name="示例裁判组",
        module_ids=[module.id for module in modules],
        members=[MemberFacts("总裁判", role=MemberRole.CHIEF), *members],
    )
    return setup
