"""Everything before the first mark."""

import uuid
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from competition.actions.draw import draw_event
from competition.models import Delegation, Entry, Module, Panel
from people.actor import SYSTEM
from tests.config.matrix.row import (
    ADMINISTRATOR,
    AUDITOR,
    CHIEF,
    OFFICER,
    ORGANISER,
    SIGNED_IN,
    STAFF,
    TABLETS,
    Row,
    only,
)
from tests.config.matrix.world import World

ORGANISES = only(ORGANISER)
VIEWERS = only(ORGANISER, ADMINISTRATOR, OFFICER, AUDITOR)
NAMES = only(ORGANISER, OFFICER)


def of_event(world: World) -> Mapping[str, object]:
    return {"event_id": world.event.id}


def of_competition(world: World) -> Mapping[str, object]:
    return {"competition_id": world.event.competition_id}


def an_entry(world: World) -> Mapping[str, object]:
    delegation = Delegation.objects.create(event=world.event, name="示例队")
    entry = Entry.objects.create(event=world.event, person=world.person, delegation=delegation, number="001")
    return {"entry_id": entry.id, "event_id": world.event.id}


def a_drawn_entry(world: World) -> Mapping[str, object]:
    an_entry(world)
    draw_event(actor=SYSTEM, event_id=world.event.id)
    return of_event(world)


def a_module(world: World) -> Mapping[str, object]:
    module = Module.objects.create(
        event=world.event, code="A", name="切割", weight=Decimal(100), max_score=Decimal(10)
    )
    return {"module_id": module.id}


def a_panel(world: World) -> Mapping[str, object]:
    panel = Panel.objects.create(event=world.event, name="示例组")
    panel.members.create(user=world.judge)
    return {"panel_id": panel.id}


def a_file(_: World) -> Any:
    return {"file": SimpleUploadedFile("a.xlsx", b"not a workbook")}


def a_competition(world: World) -> Any:
    return {
        "organisation_id": str(world.organisation.id),
        "name": "示例竞赛",
        "level": "city",
        "starts_on": "2026-05-01",
        "ends_on": "2026-05-02",
    }


ROWS: dict[str, Row] = {
    "list_competitions": Row(STAFF),
    "create_competition": Row(ORGANISES, body=a_competition),
    "get_competition": Row(VIEWERS, path=of_competition),
    "update_competition": Row(ORGANISES, path=of_competition, body=lambda _: {"venue": "示例馆"}),
    "list_events": Row(SIGNED_IN),
    "create_event": Row(
        ORGANISES,
        path=of_competition,
        body=lambda _: {"code": "NEW", "name": "示例赛项", "occupation": "焊工"},
    ),
    "get_event": Row(VIEWERS | TABLETS, path=of_event),
    "update_event": Row(ORGANISES, path=of_event, body=lambda _: {"stations": 4}),
    "get_readiness": Row(VIEWERS | TABLETS, path=of_event),
    # Nothing is set up in this world, so whoever may start is told what is missing.
    "start_marking": Row(ORGANISES, path=of_event, status=(409,)),
    "import_scheme": Row(ORGANISES, path=of_event, body=a_file, multipart=True, status=(422,)),
    "get_scheme": Row(VIEWERS | TABLETS, path=of_event),
    "export_scheme": Row(VIEWERS, path=of_event),
    "update_module": Row(ORGANISES, path=a_module, body=lambda _: {"name": "新名称"}),
    "import_roster": Row(ORGANISES, path=of_event, body=a_file, multipart=True, status=(422,)),
    # A kept file is its maker's alone, whatever the role.
    "download_corrected": Row(frozenset(), path=lambda _: {"token": uuid.uuid4()}),
    "list_entries": Row(NAMES, path=of_event),
    "update_entry": Row(
        only(ORGANISER, CHIEF), path=an_entry, body=lambda _: {"state": "absent", "reason": "未到场"}
    ),
    "list_panels": Row(VIEWERS, path=of_event),
    "create_panel": Row(ORGANISES, path=of_event, body=lambda _: {"name": "示例组"}),
    "update_panel": Row(ORGANISES, path=a_panel, body=lambda _: {"name": "示例二组"}),
    "delete_panel": Row(ORGANISES, path=a_panel),
    "issue_pairing_codes": Row(only(ORGANISER, ADMINISTRATOR), path=a_panel),
    "print_pairing_codes": Row(only(ORGANISER, ADMINISTRATOR), path=a_panel),
    "draw_event": Row(ORGANISES, path=an_entry, body=lambda _: {"seed": "示例"}),
    "get_draw": Row(NAMES, path=a_drawn_entry),
}
