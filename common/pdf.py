"""HTML to PDF through WeasyPrint: nothing is read from disk or network, and only our typeface is used."""

import atexit
import logging
import threading
from functools import cache
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from common.errors import problem
from common.fonts import FAMILY, FILES, font_file, missing_glyphs

__all__ = ["GLYPHS_MISSING", "missing_glyphs", "render_html"]
FONT_SCHEME = "jiangxin-font"
# Pango's font map is shared by all renderings of this process and is not made for two threads.
_lock = threading.Lock()

GLYPHS_MISSING = problem(
    "glyphs_missing",
    422,
    "字体中没有以下字符，无法打印：{glyphs}。请核对后改用可打印的字。",
    "The typeface cannot print these characters: {glyphs}. Please check them and use printable ones.",
)


def _weasyprint() -> Any:
    logging.getLogger("weasyprint.progress").setLevel(logging.WARNING)
    try:
        import weasyprint  # noqa: PLC0415  loads Pango, which may not be there
    except OSError as error:
        msg = f"WeasyPrint cannot load Pango ({error}). Install Pango 1.44 or newer (libpango, libpangoft2)."
        raise ImproperlyConfigured(msg) from None
    return weasyprint


@cache
def _engine() -> tuple[Any, Any, Any]:
    """Fetcher, font configuration and stylesheet, made once: loading the fonts is the slow part."""
    weasyprint = _weasyprint()
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415

    fonts = {f"{FONT_SCHEME}:{weight}": font_file(weight) for weight in FILES}

    class OnlyOwn(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url in fonts:
                return URLFetcherResponse(url, fonts[url].read_bytes(), {"Content-Type": "font/ttf"})
            if url.startswith("data:"):
                return super().fetch(url, headers)
            msg = f"resource refused: {url[:80]}"
            raise ValueError(msg)

    fetcher = OnlyOwn(allowed_protocols={"data"}, allow_redirects=False)
    configuration = FontConfiguration()
    atexit.register(_engine.cache_clear)  # its folder of fonts goes before the interpreter does
    faces = "".join(
        f"@font-face {{ font-family: '{FAMILY}'; font-weight: {weight}; src: url({FONT_SCHEME}:{weight}) }}"
        for weight in FILES
    )
    css = weasyprint.CSS(
        string=f"{faces} * {{ font-family: '{FAMILY}' }}", font_config=configuration, url_fetcher=fetcher
    )
    return fetcher, configuration, css


def render_html(html: str, *, language: str = "zh-CN", identifier: bytes | None = None) -> bytes:
    """The PDF. With an `identifier` the same HTML always gives the same bytes.

    A character that the typeface lacks is refused by name, since Pango would take it from any font it finds.
    """
    weasyprint = _weasyprint()
    with _lock:
        fetcher, configuration, css = _engine()
        source = weasyprint.HTML(string=html, url_fetcher=fetcher)
        root = source.etree_element
        root.set("lang", root.get("lang") or language)
        if missing := missing_glyphs("".join(root.find("body").itertext())):
            raise GLYPHS_MISSING(glyphs=" ".join(missing))
        document = source.render(font_config=configuration, stylesheets=[css])
        data: bytes = document.write_pdf(pdf_identifier=identifier)
    strangers = {font.family for font in document.fonts.values()} - {FAMILY}
    if strangers:
        msg = f"PDF used other fonts than {FAMILY}: {sorted(strangers)}"
        raise RuntimeError(msg)
    return data
