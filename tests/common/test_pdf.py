import socket
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdf
import pytest

from common import fonts, pdf
from common.errors import Problem
from common.fonts import BOLD, text_width
from common.pdf import missing_glyphs, render_html


def page(body: str) -> str:
    return f"<!doctype html><meta charset=utf-8><title>题</title><body>{body}"


def text_of(data: bytes) -> str:
    return pypdf.PdfReader(BytesIO(data)).pages[0].extract_text()


def font_names(data: bytes) -> set[str]:
    with pikepdf.open(BytesIO(data)) as document:
        found = document.pages[0].Resources.Font
        return {str(font.BaseFont).split("+")[1] for _, font in found.items()}


def test_text_is_printed_in_the_one_typeface_only() -> None:
    data = render_html(page("<h1>匠心 Jiangxin</h1><p>张三 <b>李四</b> <code>mono</code></p>"))
    assert "匠心 Jiangxin" in text_of(data)
    assert font_names(data) == {"Jiangxin-Serif", "Jiangxin-Serif-Bold"}


@pytest.mark.parametrize("form", ["<object data='{}'></object>", "<img src='{}' alt='none'>"])
def test_files_are_never_read(form: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.svg"
    secret.write_text(
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><text>secret</text></svg>"
    )
    with_file = render_html(page(form.format(secret.as_uri())), identifier=b"x")
    with_nothing = render_html(page(form.format("nowhere:")), identifier=b"x")
    assert with_file == with_nothing


def test_style_sheets_are_never_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_network(*_: object, **__: object) -> None:
        pytest.fail("went to the network")

    monkeypatch.setattr(socket, "create_connection", no_network)
    html = page(
        "<link rel=stylesheet href='http://192.0.2.1/x.css'><style>@import 'http://192.0.2.1/y.css'</style>a"
    )
    assert text_of(render_html(html)) == "a"


def test_same_html_same_identifier_same_bytes() -> None:
    assert render_html(page("同 same"), identifier=b"n1") == render_html(page("同 same"), identifier=b"n1")


def test_characters_the_typeface_lacks_are_named() -> None:
    assert missing_glyphs("张三𠮷 🎉\n🎉") == ["𠮷", "🎉"]
    with pytest.raises(Problem) as caught:
        render_html(page("<p>恭喜🎉</p>"))
    assert (caught.value.code, caught.value.data) == ("glyphs_missing", {"glyphs": "🎉"})


def test_width_is_what_the_page_prints() -> None:
    assert text_width("张三丰", size=12) == 36
    assert text_width("Wide", size=12, weight=BOLD) > text_width("Wide", size=12)


@pytest.fixture
def _no_fonts(settings: object, tmp_path: Path) -> Iterator[None]:
    settings.FONT_DIR = tmp_path  # type: ignore[attr-defined]
    pdf._engine.cache_clear()
    yield
    pdf._engine.cache_clear()


@pytest.mark.usefixtures("_no_fonts")
def test_a_missing_font_is_a_clear_problem_and_never_another_font() -> None:
    with pytest.raises(Problem) as caught:
        render_html(page("张三"))
    assert caught.value.code == "font_missing"
    assert "make install" in caught.value.detail
    assert caught.value.data == {"file": fonts.FILES[400]}
