from tests.config.matrix.row import EVERYBODY, Row

ROWS: dict[str, Row] = {
    "list_public_events": Row(EVERYBODY),
    # Nothing is published in this world: everybody is told so, nobody is asked to sign in.
    "get_public_results": Row(EVERYBODY, path=lambda w: {"event_id": w.event.id}, status=(404,)),
}
