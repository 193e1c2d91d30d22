"""The printed sheet of pairing codes: one slip for each judge, to be cut apart and handed over."""

from collections.abc import Sequence
from dataclasses import dataclass

import segno
from django.template.loader import render_to_string

from common.pdf import render_html
from competition.models import MemberRole, Panel


@dataclass(frozen=True, slots=True)
class Slip:
    name: str
    role: MemberRole
    code: str


def code_sheet(panel: Panel, slips: Sequence[Slip], public_url: str) -> bytes:
    """A4, in both languages. The QR code holds {public_url}/pair#CODE, so that the code never reaches a log."""
    address = public_url.rstrip("/")
    context = {
        "panel": panel,
        "event": panel.event,
        "address": address,
        "slips": [
            {
                "name": slip.name,
                "role": MemberRole(slip.role).label,
                "role_en": "Chief judge" if slip.role == MemberRole.CHIEF else "Judge",
                "code": slip.code,
                "qr": segno.make(f"{address}/pair#{slip.code}", error="m").svg_data_uri(border=2),
            }
            for slip in slips
        ],
    }
    return render_html(render_to_string("competition/code_sheet.html", context))
