"""CSV files as Chinese offices make them: UTF-8 with or without BOM, GB18030, UTF-16 from “Unicode text”."""

import codecs
import csv
import io
import re
import unicodedata
from collections.abc import Iterator

from common.spreadsheets.grid import Grid
from common.spreadsheets.problems import TEXT_ENCODING_UNKNOWN, TOO_MANY_COLUMNS, TOO_MANY_ROWS
from common.spreadsheets.scan import EXTRA_ROWS, MAX_COLUMNS

# `="110…"` is how people keep Excel from eating digits in a CSV file.
KEPT_AS_TEXT = re.compile(r'="([^"]*)"')
ALLOWED_CONTROLS = "\t\r\n"


def read_delimited(data: bytes, *, max_rows: int) -> Grid:
    """Raises text_encoding_unknown, too_many_rows, too_many_columns."""
    text, encoding = decoded(data)
    rows, formulas = [], set()
    for number, cells in enumerate(_lines(text), 1):
        if number > max_rows + EXTRA_ROWS:
            raise TOO_MANY_ROWS(limit=max_rows)
        if len(cells) > MAX_COLUMNS:
            raise TOO_MANY_COLUMNS(limit=MAX_COLUMNS)
        row = [KEPT_AS_TEXT.sub(r"\1", cell.strip()) for cell in cells]
        formulas |= {(number, column) for column, cell in enumerate(row, 1) if cell.startswith("=")}
        rows.append(tuple(row))
    while rows and not any(rows[-1]):
        rows.pop()
    return Grid(rows=tuple(rows), formulas=frozenset(formulas), encoding=encoding)


def decoded(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding. Raises text_encoding_unknown."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return _decoded_as(data, [encoding])
    return _decoded_as(data, ["utf-8", "gb18030"])


def _decoded_as(data: bytes, encodings: list[str]) -> tuple[str, str]:
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _looks_binary(text):
            return text, encoding
    raise TEXT_ENCODING_UNKNOWN()


def _looks_binary(text: str) -> bool:
    """Control characters, or code points that nobody has assigned: bytes of something else."""
    strange = {"Cc", "Co", "Cn"}
    return any(unicodedata.category(sign) in strange and sign not in ALLOWED_CONTROLS for sign in set(text))


def _lines(text: str) -> Iterator[list[str]]:
    first = text.split("\n", 1)[0]
    delimiter = max(",\t;", key=first.count)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise TEXT_ENCODING_UNKNOWN() from error
