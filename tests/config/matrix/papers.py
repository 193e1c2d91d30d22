"""The public draw, what is printed, what is exported, and the feed."""

from collections.abc import Mapping

from competition.actions.draw import commit_seed
from people.actor import SYSTEM
from tests.config.matrix.marking import OWN_STAFF
from tests.config.matrix.preparation import NAMES, ORGANISES, a_drawn_entry, a_panel, of_event
from tests.config.matrix.row import CHIEF, EVERYBODY, ORGANISER, Row, only
from tests.config.matrix.world import World


def a_fixed_seed(world: World) -> Mapping[str, object]:
    commit_seed(actor=SYSTEM, event_id=world.event.id)
    return of_event(world)


def as_csv(world: World) -> Mapping[str, object]:
    return {"event_id": world.event.id, "kind": "csv"}


ROWS: dict[str, Row] = {
    "commit_seed": Row(ORGANISES, path=of_event),
    "get_public_draw": Row(EVERYBODY, path=a_fixed_seed),
    "print_start_list": Row(NAMES, path=a_drawn_entry),
    "print_station_labels": Row(NAMES, path=a_drawn_entry),
    "print_badges": Row(NAMES, path=a_drawn_entry),
    "print_score_sheets": Row(only(ORGANISER, CHIEF), path=a_panel),
    # Nothing is confirmed in this world, so whoever may print is told that.
    "print_result_list": Row(NAMES, path=of_event, status=(409,)),
    "export_results": Row(NAMES, path=as_csv, status=(409,)),
    "export_roster": Row(NAMES, path=as_csv),
    "print_final_sheet": Row(OWN_STAFF | {CHIEF}, path=of_event, status=(409,)),
}
