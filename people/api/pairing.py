from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import Router
from ninja.responses import Status

from common import throttle
from common.api.request import ApiRequest
from people.actions import device as devices
from people.api.auth import client_ip, refuse_forged
from people.api.auth import device as paired_device
from people.api.schemas import PairingIn, PairingOut
from people.domain import pairing
from people.queries.device import DEVICE_COOKIE

router = Router(tags=["session"])
COOKIE_AGE = 14 * 24 * 60 * 60
# A whole hall pairs in ten minutes from behind one address; a code has 40 bits, so this is far from a search.
TRIES_PER_ADDRESS = 60
TRIES_PER_PREFIX = 10


@router.post("/pairing", response=PairingOut, operation_id="pair_device", auth=None)
def pair_device(request: HttpRequest, response: HttpResponse, body: PairingIn) -> Any:
    """Exchange a printed code for the tablet's cookie."""
    refuse_forged(request)
    ip = client_ip(request)
    throttle.allow("pairing-address", ip, limit=TRIES_PER_ADDRESS, seconds=60)
    prefix = pairing.normalise(body.code)[:4]
    throttle.allow("pairing-prefix", prefix, limit=TRIES_PER_PREFIX, seconds=300)
    agent = request.headers.get("User-Agent", "")
    device, token = devices.pair_device(code=body.code, label=body.label, user_agent=agent, ip=ip)
    _set_cookie(response, token)
    return {"device": device, "user": device.user}


def _set_cookie(response: HttpResponse, token: str) -> None:
    response.set_cookie(
        DEVICE_COOKIE,
        token,
        max_age=COOKIE_AGE,
        httponly=True,
        secure=settings.BEHIND_HTTPS,
        samesite="Strict",
    )


@router.post("/session/unpair", response={204: None}, operation_id="unpair_device", auth=paired_device)
def unpair_device(request: ApiRequest, response: HttpResponse) -> Any:
    devices.unpair(actor=request.actor)
    response.delete_cookie(DEVICE_COOKIE, samesite="Strict")
    return Status(204, None)
