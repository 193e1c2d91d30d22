"""Workers, found again by their identity number."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from common import audit
from common.crypto import lookup_hash
from common.errors import INVALID_INPUT, NOT_FOUND, Problem, problem
from common.models import AuditEntry
from people.actor import Actor
from people.domain import identity
from people.models import Organisation, Person, Role
from people.permissions import can_see_identity, has_role_somewhere, require

IDENTITY_PROBLEMS = {
    wrong.code: problem(wrong.code, 422, wrong.zh, wrong.en)
    for wrong in (
        identity.LENGTH,
        identity.CHARACTERS,
        identity.PROVINCE,
        identity.BIRTH_DATE,
        identity.CHECK_DIGIT,
    )
}
OTHER_NAME = problem(
    "identity_other_name",
    409,
    "身份证号 {identity} 已登记在“{known}”名下，与“{name}”不符。请核对姓名和身份证号。",
    "ID number {identity} is registered for “{known}”, not “{name}”. Please check the name and the number.",
)


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What a roster says of one person."""

    name: str
    identity_number: str = ""
    name_en: str = ""
    phone: str = ""
    employer: str = ""
    organisation: Organisation | None = None


def checked_identity(number: str) -> str:
    """The number as it is stored; raises what is wrong with it."""
    number = identity.normalise(number)
    wrong = identity.identity_problem(number)
    if wrong:
        raise Problem(IDENTITY_PROBLEMS[wrong.code], {"identity": identity.mask_identity(number)})
    return number


def find_or_create_person(*, actor: Actor, facts: PersonFacts) -> Person:
    return find_or_create_people(actor=actor, facts=[facts])[0]


@transaction.atomic
def find_or_create_people(*, actor: Actor, facts: Sequence[PersonFacts]) -> list[Person]:
    """One person for each row, in its order, with a fixed number of statements.

    The identity number says who it is. Another name under a known number is refused, since it is a typing
    error more often than a new name; English name, phone, employer and organisation follow the newest row
    that gives them. Rows without a number make a new person each.
    """
    require(has_role_somewhere(actor, Role.ORGANISER, Role.BUREAU_OFFICER))
    numbers = [checked_identity(row.identity_number) if row.identity_number else "" for row in facts]
    hashes = [lookup_hash(number) if number else None for number in numbers]
    known = {
        p.identity_hash: p
        for p in Person.objects.select_for_update().filter(identity_hash__in=filter(None, hashes))
    }
    people: list[Person] = []
    made: list[Person] = []
    changed: dict[Person, set[str]] = {}
    new_ids: set[UUID] = set()
    for row, number, digest in zip(facts, numbers, hashes, strict=True):
        person = known.get(digest) if digest else None
        if person is None:
            person = _new(row, number, digest)
            made.append(person)
            new_ids.add(person.id)
            if digest:
                known[digest] = person
        else:
            _check_name(person, row.name)
            fields = _take_over(person, row)
            if fields and person.id not in new_ids:
                changed.setdefault(person, set()).update(fields)
        people.append(person)
    Person.objects.bulk_create(made, batch_size=500)
    Person.objects.bulk_update(changed, list(FOLLOWING), batch_size=200)
    AuditEntry.objects.bulk_create(_entries(actor, made, changed), batch_size=500)
    return people


FOLLOWING = ("name_en", "phone", "employer", "organisation")


def _new(row: PersonFacts, number: str, digest: str | None) -> Person:
    return Person(
        name=_clean_name(row.name),
        name_en=row.name_en.strip(),
        identity_number=number,
        identity_hash=digest,
        identity_masked=identity.mask_identity(number),
        phone=row.phone.strip(),
        employer=row.employer.strip(),
        organisation=row.organisation,
    )


def _clean_name(name: str) -> str:
    """One spelling of the dot in names such as 买买提·吐尔逊, and single spaces."""
    name = " ".join(name.split())
    for dot in "•‧・．":
        name = name.replace(dot, "·")
    if not name:
        raise INVALID_INPUT(fields=[{"field": "name", "code": "missing"}])
    return name


def _check_name(person: Person, name: str) -> None:
    name = _clean_name(name)
    if name != person.name:
        raise OTHER_NAME(
            identity=person.identity_masked,
            known=identity.mask_name(person.name),
            name=identity.mask_name(name),
        )


def _take_over(person: Person, row: PersonFacts) -> set[str]:
    """The fields that the row gives and that differ."""
    wanted = {
        "name_en": row.name_en.strip(),
        "phone": row.phone.strip(),
        "employer": row.employer.strip(),
        "organisation": row.organisation,
    }
    differing = {field: value for field, value in wanted.items() if value and value != getattr(person, field)}
    for field, value in differing.items():
        setattr(person, field, value)
    return set(differing)


def _entries(actor: Actor, made: Iterable[Person], changed: dict[Person, set[str]]) -> list[AuditEntry]:
    return [
        audit.entry(actor=actor, action="person.create", subject="person", subject_id=person.id)
        for person in made
    ] + [
        audit.entry(
            actor=actor,
            action="person.update",
            subject="person",
            subject_id=person.id,
            data={"fields": sorted(fields)},
        )
        for person, fields in changed.items()
    ]


@transaction.atomic
def reveal_identity(*, actor: Actor, person: Person, reason: str) -> str:
    """The full number; every look is audited with its reason."""
    require(can_see_identity(actor, person))
    if not reason.strip():
        raise INVALID_INPUT(fields=[{"field": "reason", "code": "missing"}])
    if not person.identity_number:
        raise NOT_FOUND()
    audit.record(
        actor=actor,
        action="person.reveal_identity",
        subject="person",
        subject_id=person.id,
        data={"reason": reason.strip()},
    )
    return person.identity_number
