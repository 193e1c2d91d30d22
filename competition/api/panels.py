from typing import Annotated, Any
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from ninja import Router, Schema, Status
from pydantic import Field

from common.api.request import ApiRequest
from common.errors import NOT_ALLOWED
from competition.actions.panel import IssuedCode, MemberFacts
from competition.actions.panel import create_panel as create
from competition.actions.panel import delete_panel as delete
from competition.actions.panel import issue_pairing_codes as issue
from competition.actions.panel import update_panel as update
from competition.models import MemberRole, Panel
from competition.queries.code_sheet import Slip, code_sheet
from competition.queries.panel import panel_detail, panel_list

router = Router(tags=["panels"])
PanelName = Annotated[str, Field(min_length=1, max_length=80)]
PanelNameEn = Annotated[str, Field(max_length=120)]


class MemberIn(Schema):
    name: Annotated[str, Field(min_length=1, max_length=60)]
    identity_number: Annotated[str, Field(max_length=18)] = ""
    organisation_id: UUID | None = None
    role: MemberRole = MemberRole.JUDGE
    scores: bool | None = None


class PanelIn(Schema):
    name: PanelName
    name_en: PanelNameEn = ""
    module_ids: list[UUID] = []
    members: Annotated[list[MemberIn], Field(max_length=60)] = []


class PanelPatch(Schema):
    name: PanelName | None = None
    name_en: PanelNameEn | None = None
    module_ids: list[UUID] | None = None
    members: Annotated[list[MemberIn], Field(max_length=60)] | None = None


class MemberOut(Schema):
    id: UUID
    user_id: UUID
    name: Annotated[str, Field(validation_alias="user.name")]
    role: MemberRole
    scores: bool
    identity: str
    organisation: str

    @staticmethod
    def resolve_identity(row: Any) -> str:
        return row.user.person.identity_masked if row.user.person else ""

    @staticmethod
    def resolve_organisation(row: Any) -> str:
        person = row.user.person
        return person.organisation.name if person and person.organisation else ""


class PanelModuleOut(Schema):
    id: UUID
    code: str
    name: str
    name_en: str


class PanelOut(Schema):
    id: UUID
    name: str
    name_en: str
    modules: list[PanelModuleOut]
    members: list[MemberOut]


class PanelsOut(Schema):
    items: list[PanelOut]
    next: str | None = None


class IssuedCodeOut(Schema):
    user_id: UUID
    name: str
    role: MemberRole
    code: str


class IssuedCodesOut(Schema):
    codes: list[IssuedCodeOut]


def _members(members: list[MemberIn] | None) -> list[MemberFacts] | None:
    return None if members is None else [MemberFacts(**member.dict()) for member in members]


@router.get("/events/{event_id}/panels", operation_id="list_panels", response=PanelsOut)
def list_panels(request: ApiRequest, event_id: UUID) -> dict[str, Any]:
    return {"items": list(panel_list(request.actor, event_id))}


@router.post("/events/{event_id}/panels", operation_id="create_panel", response={201: PanelOut})
def create_panel(request: ApiRequest, event_id: UUID, body: PanelIn) -> Status[Panel]:
    made = create(
        actor=request.actor,
        event_id=event_id,
        name=body.name,
        name_en=body.name_en,
        module_ids=body.module_ids,
        members=_members(body.members) or [],
    )
    return Status(201, panel_detail(request.actor, made.id))


@router.patch("/panels/{panel_id}", operation_id="update_panel", response=PanelOut)
def update_panel(request: ApiRequest, panel_id: UUID, body: PanelPatch) -> Panel:
    update(
        actor=request.actor,
        panel_id=panel_id,
        name=body.name,
        name_en=body.name_en,
        module_ids=body.module_ids,
        members=_members(body.members),
    )
    return panel_detail(request.actor, panel_id)


@router.delete("/panels/{panel_id}", operation_id="delete_panel", response={204: None})
def delete_panel(request: ApiRequest, panel_id: UUID) -> Status[None]:
    delete(actor=request.actor, panel_id=panel_id)
    return Status(204, None)


@router.post("/panels/{panel_id}/codes", operation_id="issue_pairing_codes", response=IssuedCodesOut)
def issue_pairing_codes(request: ApiRequest, panel_id: UUID) -> dict[str, list[IssuedCode]]:
    return {"codes": issue(actor=request.actor, panel_id=panel_id)}


@router.get("/panels/{panel_id}/codes.pdf", operation_id="print_pairing_codes")
def print_pairing_codes(request: ApiRequest, panel_id: UUID) -> HttpResponse:
    """Issues fresh codes, so another site's page may not open it."""
    if request.headers.get("Sec-Fetch-Site", "none") not in {"none", "same-origin"}:
        raise NOT_ALLOWED()
    codes = issue(actor=request.actor, panel_id=panel_id)
    panel = panel_detail(request.actor, panel_id)
    slips = [Slip(one.name, one.role, one.code) for one in codes]
    content = code_sheet(panel, slips, settings.PUBLIC_URL)
    headers = {"Content-Disposition": 'inline; filename="pairing-codes.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
