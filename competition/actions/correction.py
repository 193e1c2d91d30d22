"""Changing what is already confirmed: only after having seen whom it touches; then it is confirmed anew."""

from common.errors import problem
from competition.models import Event, EventState
from competition.queries.preview import Change, preview

PREVIEW_REQUIRED = problem(
    "preview_required",
    409,
    "成绩已经确认过。请先查看此更改会影响哪些人的名次、奖项和证书，再提交；如数据刚有变动，请重新查看。",
    "These results are confirmed. Please look at whose rank, prize or certificate changes, and submit again.",
)


def require_seen(event: Event, seen: str, change: Change | None = None) -> None:
    """`seen` is the fingerprint of the preview of this very change. Raises preview_required."""
    if preview(event, change).fingerprint != seen:
        raise PREVIEW_REQUIRED()


def back_to_marking(event: Event) -> None:
    """What was published stays public until the next version is published."""
    if event.state in (EventState.CONFIRMED, EventState.PUBLISHED):
        event.state = EventState.MARKING
        event.save(update_fields=["state"])
