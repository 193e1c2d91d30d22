from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageChops

from certificates.domain.facts import CertificateFacts
from certificates.faces.a4 import render_face, static_layer
from certificates.faces.layout import FACE_OVERFLOWS
from common.errors import Problem

TOKEN, HASH = "AAAAAAAAAAAAAAAAAAAAAA", "ab" * 32
NOTHING = dict.fromkeys(CertificateFacts.__dataclass_fields__, "")
AWARD = CertificateFacts(
    **{  # type: ignore[arg-type]
        **NOTHING,
        "version": "1",
        "number": "SL2026000001",
        "title": "技能竞赛获奖证书",
        "title_en": "Skills Competition Award",
        "holder_name": "张示例",
        "holder_name_en": "Zhang Shili",
        "identity_type": "居民身份证",
        "identity_shown": "110105********002X",
        "occupation": "焊工",
        "award": "一等奖",
        "event": "焊接（示例）",
        "competition": "示例市职工技能竞赛",
        "body": "张示例在示例市职工技能竞赛焊接（示例）中荣获一等奖，特发此证。",
        "body_en": "Zhang Shili won the first prize.",
        "issuer": "示例市总工会",
        "issued_on": "2026-11-22",
        "query_addresses": ("证书查询 https://query.example.org",),
        "sample": True,
    }
)
LEVEL = replace(
    AWARD,
    title="职业技能等级证书",
    number="Y000123000000265000001",
    level="1",
    award="",
    event="",
    competition="",
    identity_shown="",
    sample=False,
)


def draw(facts: CertificateFacts, identity_number: str = "") -> bytes:
    return render_face(facts, identity_number=identity_number, token=TOKEN, facts_hash=HASH)


def text(pdf: bytes) -> str:
    return "".join(pypdf.PdfReader(BytesIO(pdf)).pages[0].extract_text().split())


def picture(pdf: bytes, dpi: int) -> Image.Image:
    with pypdfium2.PdfDocument(pdf) as document:
        image: Image.Image = document[0].render(scale=dpi / 72).to_pil().convert("RGB")
        return image


def lines_of(pdf: bytes, word: str) -> list[tuple[float, float, float, float]]:
    """Left, bottom, right, top of each occurrence, in points."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0].get_textpage()
        search, found = page.search(word), []
        while match := search.get_next():
            boxes = [page.get_charbox(match[0] + i) for i in range(match[1])]
            found.append((boxes[0][0], min(b[1] for b in boxes), boxes[-1][2], max(b[3] for b in boxes)))
        return found


def test_everything_the_rules_ask_for_stands_on_the_level_certificate() -> None:
    printed = text(draw(LEVEL, "11010519491231002X"))
    wanted = [
        "职业技能等级证书",
        "姓名",
        "张示例",
        "证件类型",
        "居民身份证",
        "证件号码",
        "11010519491231002X",
        "职业名称",
        "焊工",
    ]
    wanted += [
        "工种/职业方向",
        "--",
        "职业技能等级",
        "一级/高级技师",
        "证书编号",
        LEVEL.number,
        "评价机构名称",
        "示例市总工会",
    ]
    wanted += ["发证日期", "2026年11月22日", "照片", "Photo", "（印章）", "https://query.example.org"]
    assert [word for word in wanted if word not in printed] == []
    assert "样本" not in printed


def test_an_award_shows_the_masked_number_and_the_sample_mark() -> None:
    printed = text(draw(AWARD))
    wanted = ["110105********002X", "一等奖", "焊接（示例）", "发证机构", "样本", "SAMPLE"]
    assert [word for word in wanted if word not in printed] == []


@pytest.mark.parametrize("dpi", [100, 200])
def test_the_code_on_the_picture_leads_to_the_verification_page(settings: object, dpi: int) -> None:
    settings.PUBLIC_URL = "https://jiangxin.example.org"  # type: ignore[attr-defined]
    (code,) = zxingcpp.read_barcodes(picture(draw(AWARD), dpi))
    assert code.text == f"https://jiangxin.example.org/verify/{TOKEN}"
    assert code.ec_level == "M"


def test_the_page_is_a4_and_the_photo_frame_one_inch() -> None:
    with pikepdf.open(BytesIO(draw(AWARD))) as document:
        left, bottom, right, top = (float(n) for n in document.pages[0].mediabox)
    assert (round((right - left) / 72 * 25.4, 1), round((top - bottom) / 72 * 25.4, 1)) == (210.0, 297.0)
    image = picture(draw(AWARD), 254)  # ten dots a millimetre
    frame, paper = (169, 131, 74), (255, 253, 248)
    left = right = 1663
    while near(image.getpixel((left - 1, 1400)), paper):
        left -= 1
    while near(image.getpixel((right + 1, 1400)), paper):
        right += 1
    assert abs(right - left + 1 - 250) <= 2
    assert near(image.getpixel((left - 2, 1400)), frame)


def test_the_border_stands_in_the_middle_of_the_page() -> None:
    image = picture(static_layer(), 127)
    left, top, right, bottom = (
        ImageChops.difference(image, Image.new("RGB", image.size, "white")).getbbox() or (0,) * 4
    )
    assert abs(left - (image.width - right)) <= 1
    assert abs(top - (image.height - bottom)) <= 1


def near(pixel: object, colour: tuple[int, int, int]) -> bool:
    return all(abs(have - want) <= 6 for have, want in zip(pixel, colour, strict=True))  # type: ignore[call-overload]


def test_the_same_facts_give_the_same_bytes() -> None:
    assert draw(AWARD) == draw(AWARD)
    assert draw(AWARD) != draw(replace(AWARD, holder_name="李示例"))


def test_the_file_names_its_title_issuer_and_day_of_issue() -> None:
    info = pypdf.PdfReader(BytesIO(draw(AWARD))).metadata
    assert info is not None
    assert (info.title, info.author) == ("技能竞赛获奖证书 SL2026000001", "示例市总工会")
    assert info.creation_date is not None
    assert info.creation_date.date().isoformat() == "2026-11-22"


def test_long_names_shrink_and_wrap_but_are_never_cut() -> None:
    long = replace(
        AWARD,
        holder_name="阿卜杜热合曼·买买提依明·艾力提江·示例阿卜杜热合曼·买买提依明·艾力提江",
        competition="第十二届全国百场劳动和技能竞赛暨示例省“匠心杯”新能源汽车与智能制造综合技能竞赛决赛",
        competition_en="The Twelfth National Hundred Labour and Skills Competitions and Sample Province Cup Finals",
        event="新能源汽车动力电池系统检测与维修综合技能（职工组、双人赛、含理论考试与实际操作两个模块）",
        event_en="Comprehensive Skills of Testing and Repair of Traction Batteries (two persons, two modules)",
    )
    pdf = draw(long)
    printed = text(pdf)
    whole = (long.holder_name, long.competition, long.event, long.event_en.replace(" ", ""))
    assert [value for value in whole if value not in printed] == []
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0].get_textpage()
        boxes = [page.get_charbox(i) for i in range(page.count_chars())]
    inner = 18.5 / 25.4 * 72
    assert min(left for left, *_ in boxes) > inner
    assert max(right for _, _, right, _ in boxes) < 595.3 - inner


def test_rows_do_not_run_into_each_other() -> None:
    """The event's value ends above the award's label, however many lines it takes."""
    pdf = draw(replace(AWARD, event="新能源汽车动力电池系统检测与维修综合技能" * 4 + "完"))
    (_, bottom_of_value, _, _), *_ = lines_of(pdf, "完")
    (_, _, _, top_of_label), *_ = lines_of(pdf, "获奖等次")
    assert bottom_of_value > top_of_label


@pytest.mark.parametrize("field", ["body", "competition"])
def test_what_cannot_fit_is_refused_instead_of_cut(field: str) -> None:
    with pytest.raises(Problem) as caught:
        draw(replace(AWARD, **{field: "很长的文字" * 300}))  # type: ignore[arg-type]
    assert caught.value.kind == FACE_OVERFLOWS


def test_texts_are_texts_and_never_markup() -> None:
    printed = text(draw(replace(AWARD, holder_name="<b>张</b>", body="<img src='file:///etc/passwd'>")))
    assert "<b>张</b>" in printed
    assert "<imgsrc='file:///etc/passwd'>" in printed
