"""One entrance for uploaded tables, whatever kind of file they are."""

from common.spreadsheets.container import OLE, ZIP
from common.spreadsheets.delimited import read_delimited
from common.spreadsheets.grid import Grid
from common.spreadsheets.problems import FILE_TOO_LARGE, TABLE_EMPTY, WORKBOOK_UNREADABLE
from common.spreadsheets.workbook import read_workbook

MAX_BYTES = 10 * 1024 * 1024
MAX_ROWS = 5_000
TEXT_NAMES = (".csv", ".txt", ".tsv")


def read_grid(
    data: bytes, *, file_name: str, sheet: str = "", max_rows: int = MAX_ROWS, text_allowed: bool = True
) -> Grid:
    """The bytes decide what the file is; the name only decides whether text is meant as a table."""
    if len(data) > MAX_BYTES:
        raise FILE_TOO_LARGE(limit_mb=MAX_BYTES // 1024 // 1024)
    if not data:
        raise TABLE_EMPTY()
    named_as_text = file_name.lower().endswith(TEXT_NAMES)
    if data.startswith((ZIP, OLE)) or not named_as_text:
        grid = read_workbook(data, max_rows=max_rows, sheet=sheet)
    elif text_allowed:
        grid = read_delimited(data, max_rows=max_rows)
    else:
        raise WORKBOOK_UNREADABLE()
    if not grid.rows:
        raise TABLE_EMPTY()
    return grid
