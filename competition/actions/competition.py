from datetime import date
from typing import TypedDict, Unpack
from uuid import UUID

from django.db import transaction
from django.shortcuts import get_object_or_404

from common import audit
from common.errors import problem
from competition.actions.changes import apply_changes
from competition.models import Competition, CompetitionLevel
from competition.permissions import can_create_competition, can_organise
from people.actor import Actor
from people.models import Organisation
from people.permissions import require

DATES_OUT_OF_ORDER = problem(
    "dates_out_of_order",
    422,
    "结束日期早于开始日期，请修改。",
    "The contest ends before it begins. Please mend the dates.",
)


class CompetitionChanges(TypedDict, total=False):
    name: str
    name_en: str
    level: CompetitionLevel
    starts_on: date
    ends_on: date
    venue: str
    venue_en: str


@transaction.atomic
def create_competition(
    *,
    actor: Actor,
    organisation_id: UUID,
    name: str,
    level: CompetitionLevel,
    starts_on: date,
    ends_on: date,
    name_en: str = "",
    venue: str = "",
    venue_en: str = "",
) -> Competition:
    organisation = get_object_or_404(Organisation, id=organisation_id)
    require(can_create_competition(actor, organisation))
    _check_dates(starts_on, ends_on)
    competition = Competition.objects.create(
        organisation=organisation,
        name=name,
        name_en=name_en,
        level=level,
        starts_on=starts_on,
        ends_on=ends_on,
        venue=venue,
        venue_en=venue_en,
    )
    audit.record(
        actor=actor,
        action="competition.create",
        subject="competition",
        subject_id=competition.id,
        data={"name": name, "organisation": str(organisation.id)},
    )
    return competition


@transaction.atomic
def update_competition(
    *, actor: Actor, competition_id: UUID, **changes: Unpack[CompetitionChanges]
) -> Competition:
    rows = Competition.objects.select_related("organisation").select_for_update(of=("self",))
    competition = get_object_or_404(rows, id=competition_id)
    require(can_organise(actor, competition))
    _check_dates(changes.get("starts_on", competition.starts_on), changes.get("ends_on", competition.ends_on))
    changed = apply_changes(competition, changes)
    if changed:
        audit.record(
            actor=actor,
            action="competition.update",
            subject="competition",
            subject_id=competition.id,
            data=changed,
        )
    return competition


def _check_dates(starts_on: date, ends_on: date) -> None:
    if ends_on < starts_on:
        raise DATES_OUT_OF_ORDER()
