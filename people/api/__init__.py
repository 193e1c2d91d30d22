from ninja import Router

from people.api.session import router as session

routers: list[Router] = [session]
