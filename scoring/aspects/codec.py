"""Aspect rules as the JSON that the database stores and the tablet reads."""

from scoring.aspects.read import READERS
from scoring.aspects.rule import AspectRule
from scoring.aspects.write import fields_of
from scoring.errors import invalid_rule
from scoring.json_fields import Json


def aspect_rule_from_json(kind: str, data: Json) -> AspectRule:
    """The rule stored as `data`; the fields of each `kind` are listed in docs/algorithms/marks.md.

    Raises InvalidRule: rule_kind_unknown, the codes of `json_fields`, and of `formula.parse`.
    """
    reader = READERS.get(kind)
    if reader is None:
        raise invalid_rule("rule_kind_unknown", kind=kind, known=", ".join(READERS))
    return reader(data)


def aspect_rule_to_json(rule: AspectRule) -> dict[str, object]:
    """The inverse of `aspect_rule_from_json`, with "kind" inside."""
    return {"kind": rule.kind, **fields_of(rule)}
