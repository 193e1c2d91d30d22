from typing import Any

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from common.errors import Problem
from common.models import AuditEntry
from people.actions.person import PersonFacts, find_or_create_people, find_or_create_person, reveal_identity
from people.actor import Actor
from people.models import Organisation, Person
from tests import factories as make

pytestmark = pytest.mark.django_db
NUMBER = "11010519491231002X"
OTHER = "440524188001010014"


@pytest.fixture
def city() -> Organisation:
    return make.organisation()


@pytest.fixture
def actor(city: Organisation) -> Actor:
    return make.actor_for(make.organiser(city))


def enter(actor: Actor, **facts: Any) -> Person:
    return find_or_create_person(
        actor=actor, facts=PersonFacts(**{"name": "张三", "identity_number": NUMBER} | facts)
    )


def test_the_number_is_encrypted_masked_and_found_again(actor: Actor) -> None:
    made = enter(actor, identity_number="110105 19491231 002x")
    assert enter(actor) == made
    assert (made.identity_number, made.identity_masked) == (NUMBER, "110105********002X")
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM people_person")
        assert NUMBER not in str(cursor.fetchall())
    assert NUMBER not in str(list(AuditEntry.objects.values()))


def test_what_the_newest_row_gives_is_taken_over_and_what_it_leaves_out_stays(
    actor: Actor, city: Organisation
) -> None:
    enter(actor, employer="甲厂", phone="13812345678")
    enter(actor, employer="乙厂", organisation=city)
    person = Person.objects.get()
    assert (person.employer, person.phone, person.organisation) == ("乙厂", "13812345678", city)
    row = AuditEntry.objects.get(action="person.update")
    assert row.data == {"fields": ["employer", "organisation"]}


def test_another_name_under_a_known_number_is_refused_without_telling_the_name(actor: Actor) -> None:
    enter(actor)
    with pytest.raises(Problem) as refused:
        enter(actor, name="李四")
    assert refused.value.code == "identity_other_name"
    assert refused.value.data == {"identity": "110105********002X", "known": "张*", "name": "李*"}
    assert Person.objects.get().name == "张三"


def test_the_dot_in_a_name_has_one_spelling(actor: Actor) -> None:
    made = enter(actor, name="买买提•吐尔逊")
    assert enter(actor, name=" 买买提·吐尔逊 ") == made
    assert made.name == "买买提·吐尔逊"


def test_without_a_number_every_row_is_a_new_person(actor: Actor) -> None:
    assert enter(actor, identity_number="") != enter(actor, identity_number="")


def test_a_wrong_number_is_told_masked(actor: Actor) -> None:
    with pytest.raises(Problem) as refused:
        enter(actor, identity_number="110105194912310021")
    assert (refused.value.code, refused.value.data) == (
        "identity_check_digit",
        {"identity": "110105********0021"},
    )


def test_many_rows_keep_their_order_and_cost_the_same(
    actor: Actor, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    known = enter(actor)
    rows = [
        PersonFacts("李四", OTHER),
        PersonFacts("张三", NUMBER, employer="甲厂"),
        PersonFacts("李四", OTHER, employer="乙厂"),
        PersonFacts("王五"),
    ]
    with django_assert_num_queries(7):
        people = find_or_create_people(actor=actor, facts=rows)
    assert [p.name for p in people] == ["李四", "张三", "李四", "王五"]
    assert people[0] is people[2]
    assert people[1] == known
    assert sorted(Person.objects.values_list("name", "employer")) == [
        ("张三", "甲厂"),
        ("李四", "乙厂"),
        ("王五", ""),
    ]
    more = [PersonFacts(f"工人{n}") for n in range(30)]
    with django_assert_num_queries(5):
        find_or_create_people(actor=actor, facts=more)


def test_only_who_enters_people_may(city: Organisation) -> None:
    for account in (make.administrator(city), make.auditor(city), make.user()):
        with pytest.raises(Problem) as refused:
            enter(make.actor_for(account))
        assert refused.value.code == "not_allowed"


def test_every_look_at_a_full_number_is_audited_with_its_reason(actor: Actor, city: Organisation) -> None:
    person = enter(actor, organisation=city)
    assert reveal_identity(actor=actor, person=person, reason=" 核对证件 ") == NUMBER
    row = AuditEntry.objects.get(action="person.reveal_identity")
    assert (row.actor_id, row.subject_id, row.data) == (actor.user_id, str(person.id), {"reason": "核对证件"})


def test_no_reason_no_look(actor: Actor, city: Organisation) -> None:
    person = enter(actor, organisation=city)
    with pytest.raises(Problem):
        reveal_identity(actor=actor, person=person, reason="  ")
    with pytest.raises(Problem) as refused:
        reveal_identity(actor=make.actor_for(make.administrator(city)), person=person, reason="核对证件")
    assert refused.value.code == "not_allowed"
    assert not AuditEntry.objects.filter(action="person.reveal_identity").exists()
