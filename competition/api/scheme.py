from decimal import Decimal
from typing import Annotated, Any, Literal
from uuid import UUID

from django.http import HttpResponse
from ninja import File, Router, Schema
from ninja.files import UploadedFile

from common.api.request import ApiRequest
from common.files import kept_file
from common.spreadsheets import XLSX
from competition.actions.scheme import update_module as update
from competition.api.schemas import ImportReportOut, Name, NameEn, Weight
from competition.importers.report import ImportReport
from competition.importers.scheme import import_scheme as bring_in
from competition.importers.scheme_export import export_scheme as write_out
from competition.models import Module, ModuleKind, ModuleSource
from competition.queries.scheme import scheme_tree
from people.api.auth import anyone_signed_in

router = Router(tags=["scheme"])
Aggregation = Literal["mean", "median", "trimmed_mean"]


class AspectOut(Schema):
    id: UUID
    code: str
    description: str
    extra: str
    requirement: str
    wsss_section: str
    max_mark: Decimal
    kind: str
    rule: dict[str, Any]

    @staticmethod
    def resolve_kind(row: Any) -> str:
        return str(row.rule["kind"])


class SubCriterionOut(Schema):
    id: UUID
    code: str
    name: str
    day: str
    aspects: list[AspectOut]


class CriterionOut(Schema):
    id: UUID
    code: str
    name: str
    sub_criteria: list[SubCriterionOut]


class ModuleOut(Schema):
    id: UUID
    code: str
    name: str
    name_en: str
    kind: ModuleKind
    source: ModuleSource
    weight: Decimal
    max_score: Decimal
    aggregation: str


class ModuleTreeOut(ModuleOut):
    criteria: list[CriterionOut]


class SchemeOut(Schema):
    modules: list[ModuleTreeOut]


class ModulePatch(Schema):
    name: Name | None = None
    name_en: NameEn | None = None
    weight: Weight | None = None
    aggregation: Aggregation | None = None


@router.post("/events/{event_id}/scheme/import", operation_id="import_scheme", response=ImportReportOut)
def import_scheme(
    request: ApiRequest, event_id: UUID, file: Annotated[UploadedFile, File()], *, dry_run: bool = False
) -> ImportReport:
    return bring_in(
        actor=request.actor,
        event_id=event_id,
        data=file.read(),
        file_name=file.name or "",
        dry_run=dry_run,
    )


@router.get("/events/{event_id}/scheme", operation_id="get_scheme", response=SchemeOut, auth=anyone_signed_in)
def get_scheme(request: ApiRequest, event_id: UUID) -> dict[str, Any]:
    return {"modules": scheme_tree(request.actor, event_id)}


@router.get("/events/{event_id}/scheme/export.xlsx", operation_id="export_scheme")
def export_scheme(request: ApiRequest, event_id: UUID) -> HttpResponse:
    content = write_out(actor=request.actor, event_id=event_id)
    headers = {"Content-Disposition": 'attachment; filename="scheme.xlsx"'}
    return HttpResponse(content, content_type=XLSX, headers=headers)


@router.patch("/modules/{module_id}", operation_id="update_module", response=ModuleOut)
def update_module(request: ApiRequest, module_id: UUID, body: ModulePatch) -> Module:
    return update(actor=request.actor, module_id=module_id, **body.dict(exclude_none=True))


@router.get("/imports/{token}/corrected.xlsx", operation_id="download_corrected")
def download_corrected(request: ApiRequest, token: UUID) -> HttpResponse:
    kept = kept_file(file_id=token, owner_id=request.actor.user_id)
    return HttpResponse(
        kept.content,
        content_type=kept.content_type,
        headers={"Content-Disposition": 'attachment; filename="corrected.xlsx"'},
    )
