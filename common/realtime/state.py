"""What a topic shows, and the difference between two such states. Pure."""

from dataclasses import dataclass, field
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class State:
    """`meta` is about the whole; `rows` are keyed by what the viewer may know (a work code, a judge's id)."""

    meta: dict[str, Any] = field(default_factory=dict)
    rows: dict[str, Row] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Delta:
    """`meta` is None when it has not changed; rows in `changed` are whole rows."""

    changed: dict[str, Row]
    removed: list[str]
    meta: dict[str, Any] | None = None

    def __bool__(self) -> bool:
        return bool(self.changed or self.removed or self.meta is not None)


def diff(old: State, new: State) -> Delta:
    return Delta(
        changed={key: row for key, row in new.rows.items() if old.rows.get(key) != row},
        removed=[key for key in old.rows if key not in new.rows],
        meta=new.meta if new.meta != old.meta else None,
    )


def apply(state: State, delta: Delta) -> State:
    kept = {key: row for key, row in state.rows.items() if key not in delta.removed}
    return State(
        meta=state.meta if delta.meta is None else delta.meta,
        rows={**kept, **delta.changed},
    )
