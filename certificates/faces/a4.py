"""The A4 portrait face: frozen facts in, PDF out; the same facts give the same bytes."""

from datetime import date
from functools import cache
from io import BytesIO

import pikepdf
import segno
from django.conf import settings
from django.template.loader import render_to_string
from pikepdf import Name

from certificates.domain.facts import CertificateFacts
from certificates.domain.levels import level_label
from certificates.faces.fit import LEADING, Fitted, fit
from certificates.faces.guilloche import border_svg
from certificates.faces.layout import FACE_OVERFLOWS, Field, rows
from common.fonts import BOLD
from common.pdf import render_html

TEXT_WIDTH, VALUE_WIDTH, VALUE_BESIDE_PHOTO = 148.0, 110.0, 80.0  # mm
PHOTO_TOP, BELOW_TOP, FOOT_TOP = 113.0, 154.4, 231.0
BODY_BOTTOM = 108.5
BORDER = Name("/Border")
BODY_SIZES = ((14, 9.5), (13, 9), (12, 8.5), (11, 8), (10, 7.5), (9, 7), (8, 6.5))  # Chinese, English; pt


def _beside_photo(facts: CertificateFacts, identity_number: str) -> list[Field]:
    return [
        Field("姓名", "Name", facts.holder_name, facts.holder_name_en),
        Field("证件类型", "ID type", facts.identity_type),
        Field("证件号码", "ID number", identity_number or facts.identity_shown),
        Field("职业名称", "Occupation", facts.occupation, facts.occupation_en),
    ]


def _below_photo(facts: CertificateFacts) -> list[Field]:
    fields = [Field("工种/职业方向", "Trade", facts.trade, facts.trade_en)]
    if facts.level or not facts.award:
        fields.append(Field("职业技能等级", "Skill level", *level_label(facts.level)))
    if facts.competition:
        fields.append(Field("竞赛名称", "Competition", facts.competition, facts.competition_en))
    if facts.event:
        fields.append(Field("赛项", "Event", facts.event, facts.event_en))
    if facts.award:
        fields.append(Field("获奖等次", "Award", facts.award, facts.award_en))
    issuer = ("发证机构", "Issued by") if facts.award else ("评价机构名称", "Assessment body")
    return [
        *fields,
        Field("证书编号", "Certificate No.", facts.number),
        Field(*issuer, facts.issuer, facts.issuer_en),
        Field("发证日期", "Date of issue", chinese_date(facts.issued_on)),
    ]


def chinese_date(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day.year} 年 {day.month} 月 {day.day} 日"


def verification_url(token: str) -> str:
    return f"{settings.PUBLIC_URL.rstrip('/')}/verify/{token}"


def _body(facts: CertificateFacts, *, room: float) -> tuple[Fitted, Fitted]:
    """The largest pair of sizes whose paragraphs fill at most `room` (mm), with the line heights of the template."""
    for size, size_en in BODY_SIZES:
        body = fit(f"　　{facts.body}", width_mm=TEXT_WIDTH, sizes=(size,))
        body_en = fit(facts.body_en, width_mm=TEXT_WIDTH, sizes=(size_en,))
        if body.height * 1.7 / LEADING + body_en.height * 1.4 / LEADING + 1.2 <= room:
            return body, body_en
    raise FACE_OVERFLOWS()


def face_html(facts: CertificateFacts, *, identity_number: str, token: str, facts_hash: str) -> str:
    code = segno.make(verification_url(token), error="m", micro=False, boost_error=False)
    body_top = 80.0 if facts.award else 68.0
    body, body_en = _body(facts, room=BODY_BOTTOM - body_top)
    fields = rows(
        _beside_photo(facts, identity_number),
        top=PHOTO_TOP,
        bottom=BELOW_TOP,
        width=VALUE_BESIDE_PHOTO,
        usual=10.3,
    )
    fields += rows(_below_photo(facts), top=BELOW_TOP, bottom=FOOT_TOP, width=VALUE_WIDTH, usual=10.8)
    return render_to_string(
        "certificates/face_a4.html",
        {
            "facts": facts,
            "rows": fields,
            "title": fit(facts.title, width_mm=150, sizes=(36, 32, 28, 24, 20), weight=BOLD, spacing=0.12),
            "title_en": fit(facts.title_en, width_mm=150, sizes=(13, 11, 9.5, 8.5), spacing=0.06),
            "name": fit(
                facts.holder_name, width_mm=140, sizes=(26, 22, 18, 15, 12, 10), weight=BOLD, spacing=0.1
            ),
            "body": body,
            "body_en": body_en,
            "body_top": body_top,
            "qr": code.svg_data_uri(border=4, dark="#1d1a16", light="#ffffff"),
            "verify_page": f"{settings.PUBLIC_URL.rstrip('/')}/verify",
            "check": " ".join(facts_hash[i : i + 4] for i in range(0, 16, 4)),
        },
    )


@cache
def static_layer() -> bytes:
    """What is the same on every face (border, frame for the photo, place of the seal), drawn once."""
    html = render_to_string("certificates/face_a4_static.html", {"border": border_svg()})
    return render_html(html, identifier=b"face_a4")


def _lay_under(document: pikepdf.Pdf, source: pikepdf.Pdf) -> None:
    """As `Page.add_underlay`, but with a fixed name and the stream as it is, so neither chance nor time comes in."""
    border = source.pages[0]
    contents = border.Contents
    form = pikepdf.Stream(document, contents.read_raw_bytes())
    form.Type, form.Subtype, form.Filter = Name.XObject, Name.Form, contents.Filter
    form.BBox = pikepdf.Array(list(border.mediabox))
    form.Resources = document.copy_foreign(source.make_indirect(border.Resources))
    page = document.pages[0]
    page.add_resource(form, Name.XObject, name=BORDER)
    page.contents_add(b"q /Border Do Q", prepend=True)


def render_face(facts: CertificateFacts, *, identity_number: str, token: str, facts_hash: str) -> bytes:
    html = face_html(facts, identity_number=identity_number, token=token, facts_hash=facts_hash)
    text = render_html(html, identifier=facts_hash.encode())
    output = BytesIO()
    with pikepdf.open(BytesIO(text)) as document, pikepdf.open(BytesIO(static_layer())) as border:
        if len(document.pages) != 1:
            raise FACE_OVERFLOWS()
        _lay_under(document, border)
        document.save(output, deterministic_id=True)
    return output.getvalue()
