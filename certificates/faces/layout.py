"""Where the fields stand: rows as high as their content needs, in millimetres from the top of the page."""

from dataclasses import dataclass

from certificates.faces.fit import Fitted, fit
from common.errors import problem

FIELD_SIZES = (12, 11, 10, 9, 8)
ENGLISH_SIZES = (8, 7, 6.5)
PADDING = 1.0
LABEL_HEIGHT = 6.9  # 10.5 pt above 6.5 pt
EMPTY = "--"

FACE_OVERFLOWS = problem(
    "face_overflows",
    422,
    "证书内容过长，一页排不下。请缩短正文、竞赛或赛项名称。",
    "The certificate's text does not fit on one page. Shorten the wording or the names of competition and event.",
)


@dataclass(frozen=True, slots=True)
class Field:
    label: str
    label_en: str
    value: str
    value_en: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    field: Field
    value: str
    value_en: str
    zh: Fitted
    en: Fitted
    top: float
    height: float

    @property
    def value_top(self) -> float:
        return round((self.height - self.zh.height - self.en.height) / 2, 2)

    @property
    def label_top(self) -> float:
        return round((self.height - LABEL_HEIGHT) / 2, 2)


def rows(fields: list[Field], *, top: float, bottom: float, width: float, usual: float) -> list[Row]:
    """Rows of the `usual` height, lower when many, higher when a value needs more lines."""
    sized = []
    for field in fields:
        zh = fit(field.value or EMPTY, width_mm=width, sizes=FIELD_SIZES)
        en = fit(field.value_en if field.value else "", width_mm=width, sizes=ENGLISH_SIZES)
        sized.append((field, zh, en, zh.height + en.height + PADDING))
    room = bottom - top
    if sum(need for *_, need in sized) > room:
        raise FACE_OVERFLOWS()
    height = usual
    while sum(max(need, height) for *_, need in sized) > room + 0.001:
        height -= 0.1
    placed = []
    for field, zh, en, need in sized:
        placed.append(
            Row(
                field,
                field.value or EMPTY,
                field.value_en if field.value else "",
                zh,
                en,
                round(top, 2),
                round(max(need, height), 2),
            )
        )
        top += max(need, height)
    return placed
