"""A second round of marks: both rounds are kept, one counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from scoring.module import JudgeId, ModuleMarks
from scoring.values import Mark


class CountingRound(Enum):
    """SECOND: the second mark where there is one, the first elsewhere (only what was disputed is scored again)."""

    FIRST = "first"
    SECOND = "second"


@dataclass(frozen=True, slots=True)
class ChangedMark:
    aspect: str
    judge: JudgeId
    first: Mark | None
    second: Mark


def marks_that_count(first: ModuleMarks, second: ModuleMarks, counts: CountingRound) -> ModuleMarks:
    """The marks to give to `module.score_module`."""
    if counts is CountingRound.FIRST:
        return first
    return {
        aspect: {**first.get(aspect, {}), **second.get(aspect, {})}
        for aspect in sorted(first.keys() | second.keys())
    }


def changed_marks(first: ModuleMarks, second: ModuleMarks) -> tuple[ChangedMark, ...]:
    """What the second round changed, by aspect and judge; a mark given again alike is no change."""
    return tuple(
        ChangedMark(aspect, judge, before, after)
        for aspect, given in sorted(second.items())
        for judge, after in sorted(given.items())
        if (before := _first(first, aspect, judge)) != after
    )


def _first(first: Mapping[str, Mapping[JudgeId, Mark]], aspect: str, judge: JudgeId) -> Mark | None:
    return first.get(aspect, {}).get(judge)
