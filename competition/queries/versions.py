"""The versions of an event's results and what changed between two of them."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import QuerySet

from common.errors import NOT_FOUND
from competition.domain.difference import Difference, difference
from competition.models import Event, ResultSet
from competition.queries.result import public_versions


def versions_of(event: Event) -> QuerySet[ResultSet]:
    """Every version that was confirmed, the newest first; without the rows."""
    return ResultSet.objects.filter(event=event).order_by("-version").defer("content")


def public_version(event_id: UUID, number: int | None = None) -> tuple[ResultSet, Sequence[ResultSet]]:
    """The version asked for, or the newest, and all that were published. Raises not_found."""
    versions = list(public_versions(event_id))
    found = next((one for one in versions if number in (None, one.version)), None)
    if found is None:
        raise NOT_FOUND()
    return found, versions


def version_difference(rows: QuerySet[ResultSet], number: int, against: int | None) -> tuple[int, Difference]:
    """What version `number` changed against another one of `rows`, by default the one before it among them.

    Raises not_found, also for the first version, which changed nothing.
    """
    newer = rows.filter(version=number).first()
    older = (
        rows.filter(version=against) if against else rows.filter(version__lt=number).order_by("-version")
    ).first()
    if newer is None or older is None:
        raise NOT_FOUND()
    return older.version, difference(older.content, newer.content)
