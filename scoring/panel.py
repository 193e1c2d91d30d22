"""Who of a panel counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from scoring.aggregation import PanelRule, aggregate
from scoring.module import JudgeId
from scoring.values import Mark, Special


@dataclass(frozen=True, slots=True)
class PanelMember:
    """`shadow` judges learn: they mark, and never count. `origin`: a delegation or country, empty when it does not matter."""

    judge: JudgeId
    origin: str = ""
    shadow: bool = False


def counting_judges(members: Sequence[PanelMember], entrant_origin: str = "") -> tuple[JudgeId, ...]:
    """The judges to give to `module.score_module`: no shadow, and no compatriot of the entrant (WorldSkills)."""
    return tuple(
        member.judge
        for member in members
        if not member.shadow and not (entrant_origin and member.origin == entrant_origin)
    )


def shadow_gaps(
    members: Sequence[PanelMember], points: Mapping[JudgeId, Mark], how: PanelRule
) -> dict[JudgeId, Decimal]:
    """How far each shadow judge's points are above the panel's value, which they do not enter. Empty while it is open."""
    marks = [points[judge] for judge in counting_judges(members) if judge in points]
    value = aggregate(marks, how).value
    if isinstance(value, Special):
        return {}
    return {
        member.judge: given - value
        for member in members
        if member.shadow and not isinstance(given := points.get(member.judge, Special.NOT_MARKED), Special)
    }
