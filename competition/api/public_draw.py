"""The draw as anybody may check it: fingerprints at once, the seed with the results."""

from datetime import datetime
from typing import Self
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Schema, Status

from common.api.request import ApiRequest
from competition.actions.draw import commit_seed as fix
from competition.api.result_schemas import PublicEvent
from competition.models import Draw, SeedCommitment
from competition.queries.draw import PublicDraws, public_draws

router = Router(tags=["draw"])


class CommitmentOut(Schema):
    """`sha256` is of the secret half: what follows the last `/` of the seed."""

    sha256: str
    made_at: datetime


class PublicPlace(Schema):
    number: str
    start_order: int
    station: str
    work_code: str


class PublicDrawing(Schema):
    """`commitment` is null when nothing was fixed before; `seed` and `places` until the results are published."""

    drawn_at: datetime
    algorithm: str
    entrants: int
    stations: int
    seed_sha256: str
    commitment: CommitmentOut | None
    seed: str | None
    places: list[PublicPlace] | None

    @classmethod
    def of(cls, drawn: Draw, *, revealed: bool) -> Self:
        return cls(
            drawn_at=drawn.drawn_at,
            algorithm=drawn.algorithm,
            entrants=len(drawn.numbers),
            stations=drawn.stations,
            seed_sha256=drawn.seed_sha256,
            commitment=CommitmentOut.from_orm(drawn.commitment) if drawn.commitment else None,
            seed=drawn.seed if revealed else None,
            places=[PublicPlace(**row) for row in drawn.outcome] if revealed else None,
        )


class PublicDrawOut(Schema):
    """`draws` holds every one, the one in force first; `standing` is fixed for a draw yet to come."""

    event: PublicEvent
    standing: CommitmentOut | None
    draws: list[PublicDrawing]

    @classmethod
    def of(cls, found: PublicDraws) -> Self:
        return cls(
            event=PublicEvent.from_orm(found.event),
            standing=CommitmentOut.from_orm(found.standing) if found.standing else None,
            draws=[PublicDrawing.of(drawn, revealed=found.revealed) for drawn in found.draws],
        )


@router.post(
    "/events/{uuid:event_id}/draw/commitment", operation_id="commit_seed", response={201: CommitmentOut}
)
def commit_seed(request: ApiRequest, event_id: UUID) -> Status[SeedCommitment]:
    """Fixes the secret half of the next draw's seed. Its fingerprint is public from now on."""
    return Status(201, fix(actor=request.actor, event_id=event_id))


@router.get(
    "/public/events/{uuid:event_id}/draw", operation_id="get_public_draw", response=PublicDrawOut, auth=None
)
def get_public_draw(request: HttpRequest, event_id: UUID) -> PublicDrawOut:  # noqa: ARG001
    return PublicDrawOut.of(public_draws(event_id))
