from ninja import Router

from people.api.audit import router as audit
from people.api.devices import router as devices
from people.api.organisations import router as organisations
from people.api.pairing import router as pairing
from people.api.persons import router as persons
from people.api.session import router as session
from people.api.users import router as users

routers: list[Router] = [session, pairing, organisations, persons, users, devices, audit]
