"""CSV that a spreadsheet program opens without harm: UTF-8 with its mark, and no cell that acts."""

import csv
import io
import re
from collections.abc import Sequence

from common.spreadsheets.writing import STARTS_FORMULA

CSV = "text/csv; charset=utf-8"
BOM = "\ufeff"
PLAIN_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def csv_text(rows: Sequence[Sequence[str]]) -> bytes:
    """With CRLF and the UTF-8 mark, without which Excel takes Chinese for gibberish."""
    target = io.StringIO()
    csv.writer(target).writerows([[neutral(cell) for cell in row] for row in rows])
    return (BOM + target.getvalue()).encode()


def neutral(cell: str) -> str:
    """An apostrophe keeps `=1+1` a text; a plain number such as -2.50 stays what it is."""
    acts = cell.lstrip(" \n").startswith(STARTS_FORMULA) and not PLAIN_NUMBER.fullmatch(cell)
    return f"'{cell}" if acts else cell
