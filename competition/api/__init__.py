from ninja import Router

from competition.api.awards import router as awards
from competition.api.certificates import router as certificates
from competition.api.competitions import router as competitions
from competition.api.draw import router as draw
from competition.api.entries import router as entries
from competition.api.events import router as events
from competition.api.export import router as export
from competition.api.judge import router as judge
from competition.api.marks import router as marks
from competition.api.panels import router as panels
from competition.api.paper import router as paper
from competition.api.preview import router as preview
from competition.api.public import router as public
from competition.api.public_draw import router as public_draw
from competition.api.results import router as results
from competition.api.roster import router as roster
from competition.api.scheme import router as scheme
from competition.api.sheets import router as sheets
from competition.api.versions import router as versions

routers: list[Router] = [
    competitions,
    events,
    scheme,
    roster,
    entries,
    panels,
    draw,
    public_draw,
    judge,
    marks,
    sheets,
    results,
    paper,
    export,
    versions,
    preview,
    awards,
    certificates,
    public,
]
