"""What other processes are told after a commit: which live topics to build again."""

from typing import Literal
from uuid import UUID

from common.events import Event, TopicTouched, publish_on_commit


def touch_boards(event_id: UUID) -> None:
    """Both boards and the console's progress of one event."""
    for topic in (f"board.public.{event_id}", f"board.internal.{event_id}", f"progress.{event_id}"):
        publish_on_commit(TopicTouched(topic=topic))


def touch_progress(event_id: UUID) -> None:
    publish_on_commit(TopicTouched(topic=f"progress.{event_id}"))


class MarksRecorded(Event):
    """Marks were accepted on one sheet."""

    type: Literal["marks_recorded"] = "marks_recorded"
    event_id: UUID
    entry_id: UUID
    sheet_id: UUID


class SheetSigned(Event):
    type: Literal["sheet_signed"] = "sheet_signed"
    event_id: UUID
    sheet_id: UUID


class SheetReopened(Event):
    type: Literal["sheet_reopened"] = "sheet_reopened"
    event_id: UUID
    sheet_id: UUID


class ResultsConfirmed(Event):
    type: Literal["results_confirmed"] = "results_confirmed"
    event_id: UUID
    result_set_id: UUID


class ResultsPublished(Event):
    type: Literal["results_published"] = "results_published"
    event_id: UUID
    result_set_id: UUID


class ResultsMadeOfficial(Event):
    type: Literal["results_made_official"] = "results_made_official"
    event_id: UUID
    result_set_id: UUID
