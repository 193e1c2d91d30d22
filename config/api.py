"""The API, composed. Everything is denied unless an operation says otherwise."""

from ninja import NinjaAPI

from certificates.api import routers as certificate_routers
from common.api import install_problem_handlers
from common.api.docs import HumanDocs
from common.api.renderer import OrjsonRenderer
from competition.api import routers as competition_routers
from people.api import routers as people_routers
from people.api.auth import staff

api = NinjaAPI(
    title="Jiangxin",
    version="1.0.0",
    description="Labour and skills competitions, vocational assessments and certificates.",
    auth=staff,
    openapi_url="/openapi.json",
    docs_url="/docs",
    docs=HumanDocs(),
    urls_namespace="api",
    renderer=OrjsonRenderer(),
)
install_problem_handlers(api)
for router in [*people_routers, *competition_routers, *certificate_routers]:
    api.add_router("", router)
