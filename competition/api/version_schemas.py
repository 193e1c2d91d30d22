from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal, Self
from uuid import UUID

from ninja import Schema
from pydantic import Field

from competition.domain.difference import Difference, RowChange


class VersionOut(Schema):
    """`certificate_batch_id`: certificates were issued from this version."""

    version: int
    state: Literal["confirmed", "provisional", "official"]
    content_hash: str
    confirmed_by_name: str
    confirmed_at: datetime
    published_at: datetime | None
    provisional_until: datetime | None
    official_at: datetime | None
    certificate_batch_id: UUID | None


class VersionsOut(Schema):
    items: list[VersionOut]
    next: str | None = None


class FieldChangeOut(Schema):
    field: Literal["rank", "total", "award", "state"]
    before: str | None
    after: str | None


class RowChangeOut(Schema):
    """Name and delegation only for those who may know them; `certificate` is what has to happen to one."""

    code: str
    name: str | None
    name_en: str | None
    delegation: str | None
    delegation_en: str | None
    changes: list[FieldChangeOut]
    certificate: Literal["issue", "revoke", "replace"] | None

    @classmethod
    def of(cls, change: RowChange, *, named: bool) -> Self:
        row: Mapping[str, Any] = change.row
        who = {key: row[key] if named else None for key in ("name", "name_en", "delegation", "delegation_en")}
        changes = [
            FieldChangeOut.model_validate({"field": one.field, "before": one.before, "after": one.after})
            for one in change.changes
        ]
        certificate: Any = change.certificate
        return cls(code=row["work_code"], changes=changes, certificate=certificate, **who)


class DifferenceOut(Schema):
    """`against` is the older version; `version` is null for results that are not confirmed yet,
    `against` for a first version in preparation.
    """

    version: int | None
    against: int | None
    rows: list[RowChangeOut]
    unchanged: int
    award_rules_changed: bool

    @classmethod
    def of(cls, found: Difference, *, version: int | None, against: int | None, named: bool) -> Self:
        return cls(
            version=version,
            against=against,
            rows=[RowChangeOut.of(change, named=named) for change in found.changed],
            unchanged=found.unchanged,
            award_rules_changed=found.award_rules_changed,
        )


class ResultSettingsOut(Schema):
    """`publicity_days` 0: results are official as soon as they are published."""

    publicity_days: int
    publicity_working_days: bool


class ResultSettingsIn(Schema):
    publicity_days: int | None = Field(None, ge=0, le=60)
    publicity_working_days: bool | None = None
