"""Entries from a roster: everybody in the file, or nobody."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction

from common import audit, clock
from common.crypto import lookup_hash
from common.errors import problem
from competition.actions.event_access import event_before_start
from competition.domain.roster import RosterLine, free_numbers
from competition.events import touch_boards
from competition.models import Delegation, Entry, Event, EventState, Module, ModuleScore, ModuleSource
from competition.queries.roster import LineConflict, RosterState, conflicts, roster_state
from people.actions.person import PersonFacts, find_or_create_people
from people.actor import Actor
from people.models import Organisation, Person

BATCH = 500
THEORY_NOT_IN_EVENT = problem(
    "theory_not_in_event",
    422,
    "本赛项没有理论部分。请删去“理论成绩”列，或先在赛项设置中填写理论占比。",
    "This event has no theory part. Please delete the theory column, or set the weight of theory first.",
)


@dataclass(frozen=True, slots=True)
class RosterOutcome:
    """With `conflicts`, nothing was written."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    delegations: int = 0
    theory_scores: int = 0
    conflicts: tuple[LineConflict, ...] = field(default=())


@transaction.atomic
def import_roster(
    *, actor: Actor, event_id: UUID, lines: Sequence[RosterLine], dry_run: bool = False
) -> RosterOutcome:
    """Adds new entrants and updates those already entered (found by identity number); entries that are not
    in the file stay. An empty number or theory score leaves what is there. Raises event_started.
    """
    event = event_before_start(actor=actor, event_id=event_id)
    state = roster_state(event, lines)
    found = conflicts(state, lines)
    theory = event.modules.filter(source=ModuleSource.IMPORTED).first()
    with_theory = [line for line in lines if line.has_theory]
    if with_theory and theory is None:
        first = with_theory[0]
        found.append(LineConflict(first.row, "theory_score", THEORY_NOT_IN_EVENT()))
    if found:
        return RosterOutcome(conflicts=tuple(found))
    outcome = _outcome(state, lines)
    if dry_run:
        return outcome
    _write(actor, event, state, lines, theory)
    data = {"added": outcome.added, "updated": outcome.updated, "theory_scores": outcome.theory_scores}
    audit.record(actor=actor, action="roster.import", subject="event", subject_id=event.id, data=data)
    touch_boards(event.id)
    return outcome


def _outcome(state: RosterState, lines: Sequence[RosterLine]) -> RosterOutcome:
    present = [(line, state.entries.get(lookup_hash(line.identity_number))) for line in lines]
    known = [(line, entry) for line, entry in present if entry]
    changed = sum(_differs(line, entry) for line, entry in known)
    return RosterOutcome(
        added=len(lines) - len(known),
        updated=changed,
        unchanged=len(known) - changed,
        delegations=len({line.delegation for line in lines}),
        theory_scores=sum(line.has_theory for line in lines),
    )


def _differs(line: RosterLine, entry: Entry) -> bool:
    person = entry.person
    given = [
        (line.number, entry.number),
        (line.employer, person.employer),
        (line.phone, person.phone),
        (line.name_en, person.name_en),
    ]
    return line.delegation != entry.delegation.name or any(new and new != old for new, old in given)


def _write(
    actor: Actor, event: Event, state: RosterState, lines: Sequence[RosterLine], theory: Module | None
) -> None:
    delegations = _delegations(event, lines)
    people = find_or_create_people(actor=actor, facts=_facts(event, state, lines))
    redraw = _entries(event, state, lines, people, delegations)
    if theory:
        _theory_scores(event, theory, lines, people)
    if redraw and event.state == EventState.READY:
        event.state = EventState.SETUP
        event.save(update_fields=["state"])


def _facts(event: Event, state: RosterState, lines: Sequence[RosterLine]) -> list[PersonFacts]:
    """Somebody new belongs to the employer if that is in the tree, else to whoever runs the contest; an entry
    in another union's contest moves nobody.
    """
    rows = Organisation.objects.filter(name__in={line.employer for line in lines if line.employer})
    employers = {row.name: row for row in rows}
    facts = []
    for line in lines:
        person = state.people.get(lookup_hash(line.identity_number))
        home = None if person and person.organisation_id else event.competition.organisation
        facts.append(
            PersonFacts(
                name=line.name,
                identity_number=line.identity_number,
                name_en=line.name_en,
                phone=line.phone,
                employer=line.employer,
                organisation=home and employers.get(line.employer, home),
            )
        )
    return facts


def _delegations(event: Event, lines: Sequence[RosterLine]) -> dict[str, Delegation]:
    names = list(dict.fromkeys(line.delegation for line in lines))
    organisations = {row.name: row for row in Organisation.objects.filter(name__in=names)}
    made = [Delegation(event=event, name=name, organisation=organisations.get(name)) for name in names]
    Delegation.objects.bulk_create(made, ignore_conflicts=True)
    return {row.name: row for row in event.delegations.filter(name__in=names)}


def _entries(
    event: Event,
    state: RosterState,
    lines: Sequence[RosterLine],
    people: Sequence[Person],
    delegations: dict[str, Delegation],
) -> bool:
    """Whether numbers changed or came in, so that a draw made before no longer holds."""
    taken = {*state.numbers, *(line.number for line in lines)}
    numbers = free_numbers(taken)
    new, moved, renumbered = [], [], []
    for line, person in zip(lines, people, strict=True):
        entry = state.entries.get(str(person.identity_hash))
        if entry is None:
            number = line.number or next(numbers)
            new.append(
                Entry(event=event, person=person, delegation=delegations[line.delegation], number=number)
            )
            continue
        if entry.delegation.name != line.delegation:
            entry.delegation = delegations[line.delegation]
            moved.append(entry)
        if line.number and line.number != entry.number:
            entry.number = line.number
            renumbered.append(entry)
    _renumber(renumbered)
    Entry.objects.bulk_update(moved, ["delegation"], batch_size=BATCH)
    Entry.objects.bulk_create(new, batch_size=BATCH)
    return bool(new or renumbered)


def _renumber(entries: list[Entry]) -> None:
    """Through numbers nobody can have, since two entrants may exchange theirs."""
    wanted = [entry.number for entry in entries]
    for step, entry in enumerate(entries):
        entry.number = f"~{step}"
    Entry.objects.bulk_update(entries, ["number"], batch_size=BATCH)
    for entry, number in zip(entries, wanted, strict=True):
        entry.number = number
    Entry.objects.bulk_update(entries, ["number"], batch_size=BATCH)


def _theory_scores(
    event: Event, theory: Module, lines: Sequence[RosterLine], people: Sequence[Person]
) -> None:
    entries = {entry.person_id: entry for entry in event.entries.all()}
    scores = [
        ModuleScore(
            entry=entries[person.id],
            module=theory,
            score=line.theory,
            special="absent" if line.theory_absent else "",
            complete=True,
            updated_at=clock.now(),
        )
        for line, person in zip(lines, people, strict=True)
        if line.has_theory
    ]
    ModuleScore.objects.bulk_create(
        scores,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["entry", "module"],
        update_fields=["score", "special", "complete", "updated_at"],
    )
