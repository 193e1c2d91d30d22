"""The one typeface of everything printed: which characters it has and how wide they run."""

from functools import cache, lru_cache
from pathlib import Path

from django.conf import settings
from fontTools.ttLib import TTFont

from common.errors import problem

FAMILY = "Jiangxin Serif"
# Noto Serif SC as complete TrueType files, so that rare characters in names are there.
FILES = {400: "400Regular/NotoSerifSC_400Regular.ttf", 700: "700Bold/NotoSerifSC_700Bold.ttf"}
REGULAR, BOLD = 400, 700

FONT_MISSING = problem(
    "font_missing",
    503,
    "服务器缺少印刷字体文件 {file}，暂不能生成 PDF。请管理员运行 make install 安装。",
    "The typeface file {file} is missing, so no PDF can be made. Ask the administrator to run make install.",
)


def font_file(weight: int) -> Path:
    path = Path(settings.FONT_DIR) / FILES[weight]
    if not path.is_file():
        raise FONT_MISSING(file=FILES[weight])
    return path


@cache
def _metrics(path: Path) -> tuple[dict[int, int], int]:
    """Advance width of every character in font units, and the units of one em."""
    with TTFont(path, lazy=True) as font:
        advances = font["hmtx"].metrics
        widths = {char: advances[glyph][0] for char, glyph in font.getBestCmap().items()}
        return widths, font["head"].unitsPerEm


def missing_glyphs(text: str) -> list[str]:
    """Characters of `text` the typeface cannot print, each once, in their order. White space always prints."""
    known, _ = _metrics(font_file(REGULAR))
    return list(dict.fromkeys(char for char in text if not char.isspace() and ord(char) not in known))


@lru_cache(maxsize=10_000)
def text_width(text: str, *, size: float, weight: int = REGULAR) -> float:
    """Width in the unit of `size` (points give points), without kerning: never less than what is printed."""
    widths, em = _metrics(font_file(weight))
    return sum(widths.get(ord(char), em) for char in text) * size / em
