"""Reading stored JSON: every decimal is a string, every error names the field."""

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import TypeAlias, TypeVar

from scoring.errors import invalid_rule

Json: TypeAlias = Mapping[str, object]
E = TypeVar("E", bound=Enum)


def text_of(data: Json, key: str, default: str | None = None) -> str:
    """Raises InvalidRule field_missing or field_not_text."""
    value = data.get(key, default)
    if value is None:
        raise invalid_rule("field_missing", field=key)
    if not isinstance(value, str):
        raise invalid_rule("field_not_text", field=key, value=value)
    return value


def decimal_of(data: Json, key: str, default: str | None = None) -> Decimal:
    """Raises InvalidRule field_missing, field_not_text (a JSON number is refused) or field_not_decimal."""
    text = text_of(data, key, default)
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise invalid_rule("field_not_decimal", field=key, value=text) from None
    if not value.is_finite():
        raise invalid_rule("field_not_decimal", field=key, value=text)
    return value


def whole_of(data: Json, key: str, default: int | None = None) -> int:
    """Raises InvalidRule field_missing or field_not_whole."""
    value = data.get(key, default)
    if value is None:
        raise invalid_rule("field_missing", field=key)
    if not isinstance(value, int) or isinstance(value, bool):
        raise invalid_rule("field_not_whole", field=key, value=value)
    return value


def optional_decimal_of(data: Json, key: str) -> Decimal | None:
    """None when missing or null. Raises as `decimal_of`."""
    return None if data.get(key) is None else decimal_of(data, key)


def optional_whole_of(data: Json, key: str) -> int | None:
    """None when missing or null. Raises InvalidRule field_not_whole."""
    return None if data.get(key) is None else whole_of(data, key)


def flag_of(data: Json, key: str, *, default: bool) -> bool:
    """Raises InvalidRule field_not_a_flag."""
    value = data.get(key, default)
    if not isinstance(value, bool):
        raise invalid_rule("field_not_a_flag", field=key, value=value)
    return value


def choice_of(data: Json, key: str, kinds: type[E], default: str | None = None) -> E:
    """Raises InvalidRule field_missing, field_not_text or field_not_a_choice."""
    text = text_of(data, key, default)
    try:
        return kinds(text)
    except ValueError:
        raise invalid_rule("field_not_a_choice", field=key, value=text) from None


def texts_of(data: Json, key: str) -> tuple[str, ...]:
    """A list of texts, empty when missing. Raises InvalidRule field_not_a_list, field_not_text."""
    items = _items_of(data, key)
    if not all(isinstance(item, str) for item in items):
        raise invalid_rule("field_not_text", field=key, value=items)
    return tuple(str(item) for item in items)


def objects_of(data: Json, key: str) -> tuple[Json, ...]:
    """A list of objects, empty when missing. Raises InvalidRule field_not_a_list, field_not_an_object."""
    return tuple(as_object(item, key) for item in _items_of(data, key))


def as_object(value: object, field: str) -> Json:
    """Raises InvalidRule field_not_an_object."""
    if not isinstance(value, Mapping):
        raise invalid_rule("field_not_an_object", field=field, value=value)
    return value


def _items_of(data: Json, key: str) -> Sequence[object]:
    items = data.get(key, ())
    if not isinstance(items, list | tuple):
        raise invalid_rule("field_not_a_list", field=key, value=items)
    return items
