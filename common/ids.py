"""UUIDv7: sorts by time of making, so it may also be made on a tablet without network."""

import uuid

import uuid_utils.compat


def new_id() -> uuid.UUID:
    return uuid_utils.compat.uuid7()
