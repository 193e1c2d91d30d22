"""From the first mark to published results."""

from typing import Any

from common import clock
from common.ids import new_id
from competition.models import (
    Aspect,
    Criterion,
    Delegation,
    Entry,
    EventState,
    Module,
    Panel,
    PanelMember,
    Sheet,
    SheetState,
    SubCriterion,
)
from tests.config.matrix.row import (
    ADMINISTRATOR,
    AUDITOR,
    CHIEF,
    JUDGE,
    OFFICER,
    ORGANISER,
    SIGNED_IN,
    TABLETS,
    Row,
    only,
)
from tests.config.matrix.world import World

OWN_STAFF = only(ORGANISER, ADMINISTRATOR, OFFICER, AUDITOR)


def _sheet(world: World, state: SheetState = SheetState.OPEN) -> Sheet:
    """The judge's own sheet with one aspect, in an event that is being marked; made once."""
    found = Sheet.objects.filter(judge=world.judge).first()
    if found:
        return found
    event = world.event
    event.state, event.started_at = EventState.MARKING, clock.now()
    event.save()
    module = Module.objects.create(event=event, code="B", name="实操", weight=100, max_score=1)
    criterion = Criterion.objects.create(module=module, code="B", name="示例")
    sub = SubCriterion.objects.create(criterion=criterion, code="B1", name="示例")
    Aspect.objects.create(
        sub_criterion=sub, module=module, code="B1", description="示例", max_mark=1, rule={"kind": "binary"}
    )
    delegation = Delegation.objects.create(event=event, name="示例代表队")
    entry = Entry.objects.create(
        event=event, person=world.person, delegation=delegation, number="1", work_code="W1"
    )
    return Sheet.objects.create(entry=entry, module=module, judge=world.judge, state=state)


def _signed(world: World) -> dict[str, object]:
    return {"sheet_id": _sheet(world, SheetState.SIGNED).id}


def _mark(world: World) -> dict[str, Any]:
    sheet = _sheet(world)
    aspect = Aspect.objects.get(module=sheet.module)
    return {
        "sheet_id": str(sheet.id),
        "aspect_id": str(aspect.id),
        "value": "1",
        "device_time": clock.now().isoformat(),
        "revision": 0,
    }


def _panel(world: World) -> str:
    panel = Panel.objects.create(event=world.event, name="示例组")
    for user in (world.judge, world.chief):
        PanelMember.objects.create(panel=panel, user=user)
    return ""


def _event(world: World) -> dict[str, object]:
    return {"event_id": world.event.id}


ROWS: dict[str, Row] = {
    "get_judge_packet": Row(TABLETS, query=_panel),
    "record_mark": Row(only(JUDGE), path=lambda _: {"mark_id": new_id()}, body=_mark),
    # Whoever is signed in may send a batch; each mark on somebody else's sheet is refused inside the answer.
    "record_marks": Row(SIGNED_IN, body=lambda w: {"marks": [{"id": str(new_id()), **_mark(w)}]}),
    # Signed before: the judge is answered as then.
    "sign_sheet": Row(only(JUDGE), path=_signed, body=lambda _: {"revision": 0}),
    "reopen_sheet": Row(only(CHIEF), path=_signed, body=lambda _: {"reason": "复核"}),
    "get_standings": Row(OWN_STAFF | {CHIEF}, path=_event),
    "get_progress": Row(OWN_STAFF | {CHIEF}, path=_event),
    "explain_entry": Row(OWN_STAFF | {CHIEF}, path=lambda w: {"entry_id": _sheet(w).entry_id}),
    "confirm_results": Row(only(CHIEF), path=_event, body=lambda _: {}, status=(409,)),
    "publish_results": Row(only(ORGANISER), path=_event, status=(409,)),
    "list_award_rules": Row(OWN_STAFF, path=_event),
    "set_award_rules": Row(only(ORGANISER), path=_event, body=lambda _: []),
    "issue_certificates": Row(
        only(ORGANISER), path=_event, body=lambda _: {"kind_code": "award"}, status=(409,)
    ),
}
