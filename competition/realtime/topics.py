"""The live topics of a contest. Imported once when the app is ready."""

from common.realtime import Topic, register
from competition.permissions import can_view_names
from competition.queries.result_access import can_view_results
from competition.realtime.board import build_internal_board, build_public_board, event_for
from competition.realtime.progress import build_progress
from people.actor import Actor


def may_see_names(actor: Actor, event_id: str) -> bool:
    return can_view_names(actor, event_for(event_id))


def may_see_progress(actor: Actor, event_id: str) -> bool:
    """Staff and the chief judge; a judge learns nothing of the other judges' pace."""
    return can_view_results(actor, event_for(event_id))


PUBLIC_BOARD = register(Topic("board.public", build_public_board))
INTERNAL_BOARD = register(Topic("board.internal", build_internal_board, may_see_names))
PROGRESS = register(Topic("progress", build_progress, may_see_progress))
