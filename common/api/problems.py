"""Every error leaves the API as application/problem+json, mapped here and nowhere else."""

import uuid
from typing import Any

import structlog
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, AuthorizationError, HttpError, ValidationError

from common import errors

log = structlog.get_logger(__name__)


def respond(problem: errors.Problem) -> HttpResponse:
    response = JsonResponse(
        problem.as_json(), status=problem.kind.status, content_type="application/problem+json"
    )
    if "seconds" in problem.data:
        response["Retry-After"] = str(problem.data["seconds"])
    return response


def _fields(error: ValidationError) -> list[dict[str, Any]]:
    return [
        {
            "field": ".".join(str(part) for part in item["loc"][1:]),
            "code": item["type"],
            "detail": item["msg"],
        }
        for item in error.errors
    ]


def install_problem_handlers(api: NinjaAPI) -> None:
    def on_problem(_: HttpRequest, error: Any) -> HttpResponse:
        return respond(error)

    def on_validation(_: HttpRequest, error: Any) -> HttpResponse:
        return respond(errors.INVALID_INPUT(fields=_fields(error)))

    def on_not_found(_: HttpRequest, _error: Any) -> HttpResponse:
        return respond(errors.NOT_FOUND())

    def on_not_signed_in(_: HttpRequest, _error: Any) -> HttpResponse:
        return respond(errors.NOT_SIGNED_IN())

    def on_not_allowed(_: HttpRequest, _error: Any) -> HttpResponse:
        return respond(errors.NOT_ALLOWED())

    def on_http_error(_: HttpRequest, error: Any) -> HttpResponse:
        return respond(errors.problem_for_status(error.status_code))

    def on_fault(request: HttpRequest, error: Any) -> HttpResponse:
        reference = uuid.uuid4().hex[:8]
        log.error("request failed", reference=reference, path=request.path, exc_info=error)
        return respond(errors.INTERNAL_ERROR(reference=reference))

    api.add_exception_handler(errors.Problem, on_problem)
    api.add_exception_handler(ValidationError, on_validation)
    api.add_exception_handler(Http404, on_not_found)
    api.add_exception_handler(AuthenticationError, on_not_signed_in)
    api.add_exception_handler(AuthorizationError, on_not_allowed)
    api.add_exception_handler(HttpError, on_http_error)
    api.add_exception_handler(Exception, on_fault)
