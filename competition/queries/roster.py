"""What an incoming roster meets: people and entries that are there already."""

from collections.abc import Sequence
from dataclasses import dataclass

from common.crypto import lookup_hash
from common.errors import Problem, problem
from competition.domain.roster import RosterLine
from competition.models import Entry, Event
from people.domain.identity import mask_name
from people.models import Person

ENTRANT_HAS_OTHER_NAME = problem(
    "entrant_has_other_name",
    422,
    "该证件号码已登记为“{known}”，与姓名不符。请核对姓名和证件号码。",
    "This ID number is registered for “{known}”. Please check the name and the number.",
)
NUMBER_TAKEN = problem(
    "entry_number_taken",
    422,
    "参赛编号 {number} 已被其他选手使用，请更换或留空由系统编号。",
    "Entry number {number} belongs to somebody else. Please change it, or leave it empty to be given one.",
)
JUDGE_AS_ENTRANT = problem(
    "entrant_is_judge",
    422,
    "此人是本赛项的裁判，不能参赛。",
    "This person is a judge of the event and cannot take part in it.",
)


@dataclass(frozen=True, slots=True)
class LineConflict:
    row: int
    field: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class RosterState:
    """`people` and `entries` by identity hash, for the lines asked about; `numbers` of all entries."""

    people: dict[str, Person]
    entries: dict[str, Entry]
    numbers: dict[str, Entry]
    judges: frozenset[str]


def roster_state(event: Event, lines: Sequence[RosterLine]) -> RosterState:
    """Three statements, however many lines."""
    hashes = {lookup_hash(line.identity_number) for line in lines}
    people = {
        str(person.identity_hash): person
        for person in Person.objects.exclude(identity_hash=None).filter(identity_hash__in=hashes)
    }
    entries = list(event.entries.select_related("person", "delegation"))
    judges = event.panels.exclude(members__user__person__identity_hash=None).values_list(
        "members__user__person__identity_hash", flat=True
    )
    return RosterState(
        people=people,
        entries={entry.person.identity_hash: entry for entry in entries if entry.person.identity_hash},
        numbers={entry.number: entry for entry in entries},
        judges=frozenset(str(digest) for digest in judges),
    )


def conflicts(state: RosterState, lines: Sequence[RosterLine]) -> list[LineConflict]:
    moving = {lookup_hash(line.identity_number) for line in lines if line.number}
    return [found for line in lines for found in _of_line(state, line, moving)]


def _of_line(state: RosterState, line: RosterLine, moving: set[str]) -> list[LineConflict]:
    digest = lookup_hash(line.identity_number)
    found = []
    person = state.people.get(digest)
    if person and person.name != line.name:
        problem = ENTRANT_HAS_OTHER_NAME(known=mask_name(person.name))
        found.append(LineConflict(line.row, "name", problem))
    holder = state.numbers.get(line.number) if line.number else None
    if holder and holder.person.identity_hash not in moving | {digest}:
        found.append(LineConflict(line.row, "number", NUMBER_TAKEN(number=line.number)))
    if digest in state.judges:
        found.append(LineConflict(line.row, "identity_number", JUDGE_AS_ENTRANT()))
    return found
