from common.realtime import State
from competition.queries.progress import findings_in, judges_progress, progress_row
from competition.realtime.board import event_for


def build_progress(event_id: str) -> State:
    """One row per panel and judge; sums and the number of open findings in `meta`. Raises not_found."""
    event = event_for(event_id)
    judges = judges_progress(event)
    sums = {
        field: sum(getattr(judge, field) for judge in judges)
        for field in ("sheets", "complete", "signed", "marked", "expected")
    }
    meta = {"event_id": str(event.id), "state": event.state, **sums, "findings": len(findings_in(event))}
    return State(
        meta=meta, rows={f"{judge.panel_id}:{judge.judge_id}": progress_row(judge) for judge in judges}
    )
