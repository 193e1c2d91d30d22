"""Built front-end files first, then Django; sockets through `common.realtime`.

In embedded mode a worker thread runs beside them.
"""

import os
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from channels.routing import ProtocolTypeRouter, URLRouter  # noqa: E402
from channels.security.websocket import AllowedHostsOriginValidator  # noqa: E402
from django.conf import settings  # noqa: E402
from django.core.asgi import get_asgi_application  # noqa: E402
from servestatic import ServeStaticASGI  # noqa: E402

from config import jobs  # noqa: E402
from config.middleware import POLICY  # noqa: E402
from config.sockets import websocket_urlpatterns  # noqa: E402


def _headers(headers: Any, _path: str, _url: str) -> None:
    headers["Content-Security-Policy"] = POLICY
    headers["X-Content-Type-Options"] = "nosniff"


def _files_first(django_application: Any) -> Any:
    if not settings.FRONTEND_DIST.is_dir():
        return django_application
    return ServeStaticASGI(
        django_application,
        root=settings.FRONTEND_DIST,
        max_age=0,
        allow_all_origins=False,
        immutable_file_test=r"^/assets/",
        add_headers_function=_headers,
    )


application = ProtocolTypeRouter(
    {
        "http": _files_first(get_asgi_application()),
        "websocket": AllowedHostsOriginValidator(URLRouter(websocket_urlpatterns)),
    }
)
jobs.start_embedded_worker()
