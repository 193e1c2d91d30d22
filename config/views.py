import uuid
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import ensure_csrf_cookie

from common import health
from common.errors import CSRF_FAILED, INTERNAL_ERROR, NOT_FOUND


@never_cache
@ensure_csrf_cookie
def page(_request: HttpRequest, **_: Any) -> HttpResponse:
    """The single-page front end answers every path that is not the API's."""
    index = Path(settings.FRONTEND_DIST) / "index.html"
    if not index.is_file():
        return HttpResponse(
            "The front end is not built: run `make build`.", status=503, content_type="text/plain"
        )
    return HttpResponse(index.read_bytes())


@never_cache
def healthz(_request: HttpRequest) -> JsonResponse:
    state = health.state()
    return JsonResponse(state, status=200 if state["status"] == "ok" else 503)


def csrf_failure(_request: HttpRequest, reason: str = "") -> JsonResponse:  # noqa: ARG001
    return JsonResponse(CSRF_FAILED().as_json(), status=403, content_type="application/problem+json")


def not_found(_request: HttpRequest, exception: Exception) -> JsonResponse:  # noqa: ARG001
    """For addresses that no operation has."""
    return JsonResponse(NOT_FOUND().as_json(), status=404, content_type="application/problem+json")


def server_error(_request: HttpRequest) -> JsonResponse:
    """For faults outside the API's own handlers."""
    problem_ = INTERNAL_ERROR(reference=uuid.uuid4().hex[:8])
    return JsonResponse(problem_.as_json(), status=500, content_type="application/problem+json")
