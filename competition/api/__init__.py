from ninja import Router

from competition.api.competitions import router as competitions
from competition.api.draw import router as draw
from competition.api.entries import router as entries
from competition.api.events import router as events
from competition.api.panels import router as panels
from competition.api.roster import router as roster
from competition.api.scheme import router as scheme

routers: list[Router] = [
    competitions,
    events,
    scheme,
    roster,
    entries,
    panels,
    draw,
]
