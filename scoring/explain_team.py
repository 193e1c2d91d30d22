"""Why a team has its total."""

from collections.abc import Iterable

from scoring.explanation import Explanation
from scoring.team import TeamMember, TeamResult, TeamRule
from scoring.values import mark_to_text


def explain_team(result: TeamResult, members: Iterable[TeamMember], rule: TeamRule) -> Explanation:
    """One step a member: counted or left_out, with its own total."""
    steps = tuple(
        Explanation(
            "member",
            "counted" if member.entry in result.counted else "left_out",
            mark_to_text(member.total),
            {"entry": member.entry} | ({"event": member.event} if member.event else {}),
        )
        for member in members
        if member.team == result.team
    )
    inputs = {"team": result.team}
    if result.seconds is not None:
        inputs["seconds"] = mark_to_text(result.seconds)
    how = "sum" if rule.best is None else f"best_{rule.best}"
    return Explanation("team", how, mark_to_text(result.total), inputs, steps)
