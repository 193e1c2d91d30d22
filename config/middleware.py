from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from common.errors import BAD_REQUEST

POLICY = "; ".join(
    [
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",  # Element Plus positions its pop-ups with style attributes
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    ]
)
Handler = Callable[[HttpRequest], HttpResponse]


class ContentSecurityPolicy:
    sync_capable = True
    async_capable = False

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Permissions-Policy", "camera=(self), microphone=(), geolocation=()")
        if request.path.startswith("/api/"):
            response.headers.setdefault("Cache-Control", "no-store")
        return response


class AcceptLanguage:
    """The page sends its language with every request; Chinese when it says nothing we speak."""

    sync_capable = True
    async_capable = False

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        wanted = request.headers.get("Accept-Language", "").strip().lower()
        with translation.override("en" if wanted.startswith("en") else "zh-hans"):
            response = self.get_response(request)
        patch_vary_headers(response, ["Accept-Language"])
        return response


class NoNulCharacters:
    """PostgreSQL cannot hold U+0000 in text and SQLite cuts there; nobody types it, so it is refused at the door.

    Files are not looked into here: they are read as bytes and parsed with their own limits.
    """

    sync_capable = True
    async_capable = False

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\x00" in request.get_full_path() or "%00" in request.get_full_path() or self._in_body(request):
            body = BAD_REQUEST().as_json()
            return JsonResponse(body, status=400, content_type="application/problem+json")
        return self.get_response(request)

    @staticmethod
    def _in_body(request: HttpRequest) -> bool:
        return request.content_type == "application/json" and (
            b"\\u0000" in request.body or b"\x00" in request.body
        )
