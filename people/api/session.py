from io import BytesIO
from typing import Any

import segno
from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from ninja import Router
from ninja.responses import Status

from common.api.request import ApiRequest
from common.errors import NOT_FOUND
from people.actions.user import set_language as set_language_of
from people.api.auth import anyone_signed_in, password_session
from people.api.schemas import LanguageIn, SessionOut
from people.queries.session import session_of

router = Router(tags=["session"])


@router.get("/session", response=SessionOut, operation_id="get_session", auth=None)
def get_session(request: HttpRequest) -> Any:
    """Who is asking; also hands out the CSRF cookie."""
    get_token(request)
    return session_of(request)


@router.post("/session/language", response={204: None}, operation_id="set_language", auth=anyone_signed_in)
def set_language(request: ApiRequest, body: LanguageIn) -> Any:
    set_language_of(actor=request.actor, language=body.language)
    return Status(204, None)


@router.get("/session/totp-qr", operation_id="get_totp_qr", auth=password_session)
def get_totp_qr(request: ApiRequest) -> HttpResponse:
    """The secret that allauth holds ready in the session while the second factor is being set up."""
    secret = request.session.get(SECRET_SESSION_KEY)
    if not secret:
        raise NOT_FOUND()
    url = get_adapter().build_totp_url(request.actor.user, secret)
    # Not svg_inline: without its namespace an SVG is no picture for <img>.
    picture = BytesIO()
    segno.make(url, error="m").save(picture, kind="svg", scale=6, border=4, dark="#000", light="#fff")
    return HttpResponse(
        picture.getvalue(), content_type="image/svg+xml", headers={"Cache-Control": "no-store"}
    )
