"""The smallest world in which every role stands in its place."""

from dataclasses import dataclass
from typing import Any

from django.test import Client

from competition.models import Event
from people.models import Device, Organisation, Person, User
from tests import factories as make


@dataclass(frozen=True, slots=True)
class World:
    """`event` is run by `organisation`; `judge` and `chief` judge it; `account` is a bystander without roles."""

    organisation: Organisation
    elsewhere: Organisation
    event: Event
    judge: User
    chief: User
    account: User
    person: Person
    device: Device


def new_world() -> World:
    province = make.organisation("示例省总工会", level="province")
    organisation = make.organisation("甲市总工会（示例）", parent=province)
    elsewhere = make.organisation("乙市总工会（示例）", parent=province)
    event = make.event(organisation)
    judge, chief = make.judge(event.id), make.chief_judge(event.id)
    person = make.person(identity_number="11010519491231002X", of=organisation)
    device = make.device(judge, event.id)
    return World(organisation, elsewhere, event, judge, chief, make.user("示例账号"), person, device)


def client_of(role: str, world: World) -> Client:
    over = world.organisation
    makers: dict[str, Any] = {
        "anonymous": Client,
        "judge_device": lambda: make.tablet(world.judge, world.event.id),
        "chief_device": lambda: make.tablet(world.chief, world.event.id),
        "organiser": lambda: make.signed_in(make.organiser(over)),
        "other_organiser": lambda: make.signed_in(make.organiser(world.elsewhere)),
        "administrator": lambda: make.signed_in(make.administrator(over)),
        "bureau_officer": lambda: make.signed_in(make.bureau_officer(over)),
        "auditor": lambda: make.signed_in(make.auditor(over)),
    }
    client: Client = makers[role]()
    return client
