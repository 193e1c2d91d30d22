"""From marks to results: the chief judge confirms, somebody else of the organiser's side publishes."""

from uuid import UUID

from django.db import transaction
from django.shortcuts import get_object_or_404

from common import audit, clock
from common.errors import NOT_ALLOWED, problem
from common.events import publish_on_commit
from competition.actions.correction import require_seen
from competition.actions.mark_problems import EVENT_NOT_MARKING
from competition.events import ResultsConfirmed, ResultsPublished, touch_boards
from competition.models import Event, EventState, ResultSet, ResultState
from competition.permissions import can_chief, can_organise
from competition.queries.result import incomplete_entries, latest_result, unresolved_ties, unsigned_sheets
from competition.queries.result_content import content_hash, result_content
from competition.queries.result_settings import publicity_end
from competition.queries.standings import EventStandings, standings_for
from people.actor import Actor
from people.permissions import require

LISTED = 100  # items that a problem names; `count` is always whole

SHEETS_UNSIGNED = problem(
    "sheets_unsigned",
    409,
    "还有 {count} 张评分表没有签字，全部签字后才能确认成绩。",
    "{count} sheets are not signed. Results can be confirmed when all are.",
)
RESULTS_INCOMPLETE = problem(
    "results_incomplete",
    409,
    "还有 {count} 名选手成绩不完整（缺理论成绩，或裁判对缺考意见不一），请补齐后再确认。",
    "{count} entries have no complete result (theory score missing, or judges disagree on an absence). Complete them first.",
)
TIES_UNRESOLVED = problem(
    "ties_unresolved",
    409,
    "有 {count} 组并列无法按规则区分。请裁判长裁定：同意并列后再确认。",
    "{count} ties cannot be told apart by the rules. The chief judge has to accept shared ranks before confirming.",
)
NOBODY_RANKED = problem(
    "nobody_ranked",
    409,
    "没有可排名的选手，无法确认成绩。",
    "There is nobody to rank, so nothing can be confirmed.",
)
RESULTS_NOT_CONFIRMED = problem(
    "results_not_confirmed",
    409,
    "成绩尚未由裁判长确认，或已公布，请刷新查看。",
    "The results are not confirmed by the chief judge yet, or already published. Please reload.",
)
SECOND_PERSON_REQUIRED = problem(
    "second_person_required",
    409,
    "确认与公布须由两人分别完成，请由另一位工作人员公布。",
    "One person confirms, another publishes. Please ask a colleague to publish.",
)


@transaction.atomic
def confirm_results(
    *, actor: Actor, event_id: UUID, accept_shared_ranks: bool = False, seen: str = ""
) -> ResultSet:
    """Freezes the results as they stand. The event's lock keeps sheets from being reopened meanwhile; open
    sheets are refused here, and a mark needs an open sheet, so nothing moves under the hash. From the second
    version on, `seen` is the fingerprint of the preview.

    Raises not_found, not_allowed, event_not_marking, sheets_unsigned, results_incomplete, nobody_ranked,
    ties_unresolved, preview_required.
    """
    event = _locked(event_id)
    require(can_chief(actor, event))
    if actor.user_id is None:  # a person answers for results, never a job
        raise NOT_ALLOWED()
    if event.state != EventState.MARKING:
        raise EVENT_NOT_MARKING()
    unsigned = unsigned_sheets(event)
    if unsigned:
        raise SHEETS_UNSIGNED(count=len(unsigned), sheets=unsigned[:LISTED])
    standings = standings_for(event)
    _require_decided(standings, accept_shared_ranks=accept_shared_ranks)
    earlier = ResultSet.objects.filter(event=event).count()
    if earlier:
        require_seen(event, seen)
    content = result_content(event, standings, shared_accepted=accept_shared_ranks)
    result = ResultSet.objects.create(
        event=event,
        version=earlier + 1,
        content=content,
        content_hash=content_hash(content),
        confirmed_by_id=actor.user_id,
        confirmed_by_name=actor.name[:60],
        confirmed_at=clock.now(),
    )
    _move(event, EventState.CONFIRMED)
    _record(actor, "results.confirm", result, {"accept_shared_ranks": accept_shared_ranks})
    publish_on_commit(ResultsConfirmed(event_id=event.id, result_set_id=result.id))
    return result


@transaction.atomic
def publish_results(*, actor: Actor, event_id: UUID) -> ResultSet:
    """By an organiser who is not the one that confirmed. Provisional while the event's period of publicity runs,
    official at once when there is none.

    Raises not_found, not_allowed, results_not_confirmed, second_person_required.
    """
    event = _locked(event_id)
    require(can_organise(actor, event.competition))
    result = latest_result(event)
    if result is None or event.state != EventState.CONFIRMED:
        raise RESULTS_NOT_CONFIRMED()
    if result.confirmed_by_id == actor.user_id:
        raise SECOND_PERSON_REQUIRED()
    _publish(actor, event, result)
    _move(event, EventState.PUBLISHED)
    _record(actor, "results.publish", result, {"state": result.state, "until": result.provisional_until})
    publish_on_commit(ResultsPublished(event_id=event.id, result_set_id=result.id))
    return result


def _publish(actor: Actor, event: Event, result: ResultSet) -> None:
    now = clock.now()
    result.published_at, result.published_by_id = now, actor.user_id
    result.state, result.provisional_until = ResultState.PROVISIONAL, publicity_end(event, now)
    if result.provisional_until is None:
        result.state, result.official_at, result.official_by_id = ResultState.OFFICIAL, now, actor.user_id
    result.save()


def _locked(event_id: UUID) -> Event:
    rows = Event.objects.select_related("competition__organisation").select_for_update(of=("self",))
    return get_object_or_404(rows, id=event_id)


def _require_decided(standings: EventStandings, *, accept_shared_ranks: bool) -> None:
    incomplete = incomplete_entries(standings)
    if incomplete:
        raise RESULTS_INCOMPLETE(count=len(incomplete), entry_codes=incomplete[:LISTED])
    if not standings.ranked.placements:
        raise NOBODY_RANKED()
    ties = unresolved_ties(standings)
    if ties and not accept_shared_ranks:
        raise TIES_UNRESOLVED(count=len(ties), ties=ties)


def _move(event: Event, state: EventState) -> None:
    event.state = state
    event.save(update_fields=["state"])
    touch_boards(event.id)


def _record(actor: Actor, action: str, result: ResultSet, data: dict[str, object]) -> None:
    facts = {"version": result.version, "content_hash": result.content_hash, **data}
    audit.record(actor=actor, action=action, subject="event", subject_id=result.event_id, data=facts)
