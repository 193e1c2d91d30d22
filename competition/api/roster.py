from typing import Annotated
from uuid import UUID

from ninja import File, Router
from ninja.files import UploadedFile

from common.api.request import ApiRequest
from competition.api.schemas import ImportReportOut
from competition.importers.report import ImportReport
from competition.importers.roster import import_roster as bring_in

router = Router(tags=["roster"])


@router.post("/events/{event_id}/roster/import", operation_id="import_roster", response=ImportReportOut)
def import_roster(
    request: ApiRequest, event_id: UUID, file: Annotated[UploadedFile, File()], *, dry_run: bool = False
) -> ImportReport:
    return bring_in(
        actor=request.actor,
        event_id=event_id,
        data=file.read(),
        file_name=file.name or "",
        dry_run=dry_run,
    )
