"""The public draw, what is printed, what is exported, and the feed."""

from collections.abc import Mapping

from competition.actions.draw import commit_seed
from people.actor import SYSTEM
from tests.config.matrix.preparation import ORGANISES, of_event
from tests.config.matrix.row import EVERYBODY, Row
from tests.config.matrix.world import World


def a_fixed_seed(world: World) -> Mapping[str, object]:
    commit_seed(actor=SYSTEM, event_id=world.event.id)
    return of_event(world)


ROWS: dict[str, Row] = {
    "commit_seed": Row(ORGANISES, path=of_event),
    "get_public_draw": Row(EVERYBODY, path=a_fixed_seed),
}
