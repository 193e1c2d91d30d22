"""The event's tie ladder as the organiser wrote it."""

from collections.abc import Sequence
from typing import Final

from scoring.ties import TOTAL, LastRule, TieKey, tie_key_from_json

# Total, then skills before theory; time is not recorded on sheets.
DEFAULT: Final = ("total", "kind:practice", "kind:theory")


def ladder(keys: Sequence[str]) -> tuple[tuple[TieKey, ...], LastRule]:
    """`["total", "module:B", "criterion:B/B1", "kind:theory"]`; the total always comes first. A last word
    `unresolved` says that equal entries wait for a person, else they share the rank.

    Raises InvalidRule as `scoring.ties.tie_key_from_json`.
    """
    names = list(keys) or list(DEFAULT)
    last = LastRule.UNRESOLVED if names[-1] == LastRule.UNRESOLVED.value else LastRule.SHARED
    wanted = [_key(name) for name in names if name not in {rule.value for rule in LastRule}]
    return (TOTAL, *(key for key in wanted if key != TOTAL)), last


def _key(name: str) -> TieKey:
    kind, _, code = name.partition(":")
    return tie_key_from_json({"kind": kind, "code": code})
