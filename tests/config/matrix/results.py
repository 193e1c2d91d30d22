"""Versions of results, from provisional to official and amended."""

from common import clock
from competition.models import EventState, ResultSet, ResultState
from tests.config.matrix.row import (
    ADMINISTRATOR,
    AUDITOR,
    CHIEF,
    EVERYBODY,
    JUDGE,
    OFFICER,
    ORGANISER,
    Row,
    only,
)
from tests.config.matrix.world import World

OWN_STAFF = only(ORGANISER, ADMINISTRATOR, OFFICER, AUDITOR)
NOTHING: dict[str, list[str]] = {"rows": [], "award_rules": []}


def _event(world: World) -> dict[str, object]:
    return {"event_id": world.event.id}


def _second(world: World) -> dict[str, object]:
    """Two published versions of the event."""
    world.event.state = EventState.PUBLISHED
    world.event.save()
    for version in (1, 2):
        ResultSet.objects.create(
            event=world.event,
            version=version,
            state=ResultState.OFFICIAL,
            content=NOTHING,
            content_hash="0" * 64,
            confirmed_by_id=world.chief.id,
            confirmed_by_name="示例裁判长",
            confirmed_at=clock.now(),
            published_at=clock.now(),
        )
    return {"event_id": world.event.id, "version": 2}


ROWS: dict[str, Row] = {
    "list_versions": Row(OWN_STAFF | {CHIEF}, path=_event),
    "get_version_difference": Row(OWN_STAFF | {CHIEF}, path=_second),
    "make_results_official": Row(only(ORGANISER), path=_event, status=(409,)),
    "export_bundle": Row(only(ORGANISER, OFFICER), path=_second),
    "preview_change": Row(OWN_STAFF | {CHIEF}, path=_event, body=lambda _: {}),
    "get_result_settings": Row(OWN_STAFF | {CHIEF, JUDGE}, path=_event),
    "update_result_settings": Row(only(ORGANISER), path=_event, body=lambda _: {"publicity_days": 5}),
    "get_public_version": Row(EVERYBODY, path=_second),
    "get_public_difference": Row(EVERYBODY, path=_second),
}
