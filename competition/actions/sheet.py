"""Signing a sheet, and opening a signed one again.

Locks: event before sheet before module score. Signing takes only the sheet; reopening takes the event first,
so that it cannot cross a confirmation of the results.
"""

from uuid import UUID

from django.db import transaction
from django.shortcuts import get_object_or_404

from common import audit, clock
from common.errors import CONFLICT, problem
from common.events import publish_on_commit
from competition.actions.correction import back_to_marking
from competition.actions.mark_problems import EVENT_NOT_MARKING, SHEET_NOT_YOURS
from competition.actions.own_sheet import locked_own_sheet
from competition.domain.plain_text import printable
from competition.events import SheetReopened, SheetSigned, touch_boards, touch_progress
from competition.models import Event, EventState, Sheet, SheetState
from competition.permissions import can_chief
from competition.queries.missing import missing_aspects
from people.actor import Actor
from people.permissions import require

SHEET_INCOMPLETE = problem(
    "sheet_incomplete",
    409,
    "还有 {count} 个评分项没有评分，评完后才能签字。",
    "{count} aspects are not marked yet. Mark them, then sign.",
)
SHEET_NOT_SIGNED = problem(
    "sheet_not_signed",
    409,
    "此评分表尚未签字，裁判可直接修改，无需重新开启。",
    "This sheet is not signed; its judge can change it without reopening.",
)
REOPENING_REASON_MISSING = problem(
    "reopening_reason_missing",
    422,
    "请写明原因，将记入日志。",
    "Please give the reason; it goes into the log.",
)


@transaction.atomic
def sign_sheet(*, actor: Actor, sheet_id: UUID, revision: int) -> Sheet:
    """The judge signs what the judge has seen: `revision` must be the sheet's. Signing twice is signing once.

    Raises sheet_not_yours, event_not_marking, changed_meanwhile, sheet_incomplete.
    """
    sheet = locked_own_sheet(actor=actor, sheet_id=sheet_id)
    if sheet is None:
        raise SHEET_NOT_YOURS()
    if sheet.revision != revision:
        raise CONFLICT(revision=sheet.revision)
    if sheet.state == SheetState.SIGNED:
        return sheet
    if sheet.entry.event.state != EventState.MARKING:
        raise EVENT_NOT_MARKING()
    missing = missing_aspects(sheet)
    if missing:
        raise SHEET_INCOMPLETE(count=len(missing), missing=missing)
    sheet.state, sheet.signed_at, sheet.signed_device_id = SheetState.SIGNED, clock.now(), actor.device_id
    sheet.save(update_fields=["state", "signed_at", "signed_device_id"])
    audit.record(
        actor=actor,
        action="sheet.sign",
        subject="sheet",
        subject_id=sheet.id,
        data={"work_code": sheet.entry.work_code, "revision": revision},
    )
    publish_on_commit(SheetSigned(event_id=sheet.entry.event_id, sheet_id=sheet.id))
    touch_progress(sheet.entry.event_id)
    return sheet


@transaction.atomic
def reopen_sheet(*, actor: Actor, sheet_id: UUID, reason: str) -> Sheet:
    """By the chief judge, with a reason. Confirmed results fall back to marking and need confirming anew; what
    was published stands until the next version is.

    Raises not_found, not_allowed, reopening_reason_missing, event_not_marking, sheet_not_signed.
    """
    event = get_object_or_404(Event.objects.select_for_update(), entries__sheets=sheet_id)
    require(can_chief(actor, event))
    reason = printable(reason.strip())
    if not reason:
        raise REOPENING_REASON_MISSING()
    if event.state in (EventState.SETUP, EventState.READY):
        raise EVENT_NOT_MARKING()
    back_to_marking(event)
    sheet = Sheet.objects.select_for_update(of=("self",)).select_related("entry").get(id=sheet_id)
    if sheet.state != SheetState.SIGNED:
        raise SHEET_NOT_SIGNED()
    sheet.state, sheet.signed_at, sheet.signed_device_id = SheetState.OPEN, None, None
    sheet.save(update_fields=["state", "signed_at", "signed_device_id"])
    audit.record(
        actor=actor,
        action="sheet.reopen",
        subject="sheet",
        subject_id=sheet.id,
        data={"work_code": sheet.entry.work_code, "reason": reason, "revision": sheet.revision},
    )
    publish_on_commit(SheetReopened(event_id=event.id, sheet_id=sheet.id))
    touch_boards(event.id)
    return sheet
