"""What other processes are told after a commit: which live topics to build again."""

from uuid import UUID

from common.events import TopicTouched, publish_on_commit


def touch_boards(event_id: UUID) -> None:
    """Both boards and the console's progress of one event."""
    for topic in (f"board.public.{event_id}", f"board.internal.{event_id}", f"progress.{event_id}"):
        publish_on_commit(TopicTouched(topic=topic))


def touch_progress(event_id: UUID) -> None:
    publish_on_commit(TopicTouched(topic=f"progress.{event_id}"))
