"""What a row of the permission matrix says."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tests.config.matrix.world import World

ANONYMOUS = "anonymous"
JUDGE = "judge_device"
CHIEF = "chief_device"
ORGANISER = "organiser"
OTHER_ORGANISER = "other_organiser"
ADMINISTRATOR = "administrator"
OFFICER = "bureau_officer"
AUDITOR = "auditor"
ROLES = (ANONYMOUS, JUDGE, CHIEF, ORGANISER, OTHER_ORGANISER, ADMINISTRATOR, OFFICER, AUDITOR)

STAFF = frozenset({ORGANISER, OTHER_ORGANISER, ADMINISTRATOR, OFFICER, AUDITOR})
TABLETS = frozenset({JUDGE, CHIEF})
SIGNED_IN = STAFF | TABLETS
EVERYBODY = frozenset(ROLES)


@dataclass(frozen=True, slots=True)
class Row:
    """`allowed` roles get `status`, all others a refusal (401, 403 or 404 of our own).

    `path` and `body` get the world of the test and may make what the operation works on. `status` other than
    success is for operations whose success needs more than a permission: say the status of the next check.
    """

    allowed: frozenset[str]
    path: Callable[[World], Mapping[str, object]] = lambda _: {}
    body: Callable[[World], Any] | None = None
    query: Callable[[World], str] = lambda _: ""
    status: tuple[int, ...] = (200, 201, 204)
    multipart: bool = False


def only(*roles: str) -> frozenset[str]:
    return frozenset(roles)
