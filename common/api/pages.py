"""Cursor pagination. The cursor is the last row's sort key; rows must be ordered by unique fields."""

import base64
import json
from typing import Any, Generic, TypeVar

from django.db.models import Model, Q, QuerySet
from ninja import Schema

from common.errors import problem

CURSOR_UNREADABLE = problem(
    "cursor_unreadable",
    400,
    "分页标记已失效，请从第一页重新查看。",
    "This page mark is no longer good. Start again from the first page.",
)
MAX_LIMIT = 200
S = TypeVar("S")
M = TypeVar("M", bound=Model)


class Page(Schema, Generic[S]):
    items: list[S]
    next: str | None = None


def _encode(values: list[Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(values, default=str).encode()).decode()


def _decode(cursor: str, length: int) -> list[Any]:
    try:
        values = json.loads(base64.urlsafe_b64decode(cursor.encode()))
    except ValueError as error:
        raise CURSOR_UNREADABLE() from error
    if not isinstance(values, list) or len(values) != length:
        raise CURSOR_UNREADABLE()
    return values


def _after(order: list[str], values: list[Any]) -> Q:
    """Rows behind `values`: (a > x) or (a = x and b > y) …, with `-field` for descending."""
    found, equal = Q(), Q()
    for name, value in zip(order, values, strict=True):
        field = name.lstrip("-")
        found |= equal & Q(**{f"{field}__{'lt' if name.startswith('-') else 'gt'}": value})
        equal &= Q(**{field: value})
    return found


def _value(row: Model, path: str) -> Any:
    found: Any = row
    for part in path.lstrip("-").split("__"):
        found = getattr(found, part)
    return found


def paginate(
    rows: QuerySet[M], *, order: list[str], cursor: str | None, limit: int = 50
) -> tuple[list[M], str | None]:
    """One page and the cursor of the next. `order` ends with a unique field."""
    size = max(1, min(limit, MAX_LIMIT))
    if cursor:
        rows = rows.filter(_after(order, _decode(cursor, len(order))))
    found = list(rows.order_by(*order)[: size + 1])
    more = len(found) > size
    found = found[:size]
    return found, _encode([_value(found[-1], name) for name in order]) if more else None
