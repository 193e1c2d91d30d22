"""Writing workbooks that cannot act: every cell is text with the quote prefix, never a formula or a link."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import xlsxwriter

from common.spreadsheets.grid import Finding, Table
from common.text import Text

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TO_MEND = Text("需要修改", "To mend")
# What makes a program that opens the exported text take it for a formula.
STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
NARROW, WIDE = 6, 48
MAX_CELL = 32_000
# The same rows make the same bytes.
MADE = datetime(2000, 1, 1, tzinfo=UTC)
LAST_NARROW = "\u2e7f"


@dataclass(frozen=True, slots=True)
class Styles:
    plain: Any
    quoted: Any
    heading: Any
    marked: Any

    def for_text(self, text: str) -> Any:
        """The quote prefix keeps `=1+1` text even after the cell was edited, and is not part of it."""
        return self.quoted if text.startswith(STARTS_FORMULA) else self.plain


def _styles(book: Any) -> Styles:
    base = {"num_format": "@", "text_wrap": True, "valign": "top"}
    return Styles(
        plain=book.add_format(base),
        quoted=book.add_format({**base, "quote_prefix": True}),
        heading=book.add_format({**base, "bold": True, "bg_color": "#F2EDE2", "border": 1}),
        marked=book.add_format({**base, "quote_prefix": True, "bg_color": "#F9D9D3", "border": 1}),
    )


def workbook(
    rows: Sequence[Sequence[str]],
    *,
    sheet: str,
    heading_row: int = 1,
    marked: Mapping[tuple[int, int], str] | None = None,
    widths: Sequence[int] = (),
) -> bytes:
    """Rows and the places in `marked` (with a comment each) count from 1; rows up to the heading stay in view."""
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(target, {**options, "strings_to_numbers": False})
    book.set_properties({"created": MADE})
    styles = _styles(book)
    page = book.add_worksheet(sheet)
    places = marked or {}
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            place = (number, column)
            style = styles.heading if number == heading_row else styles.for_text(text)
            page.write_string(
                number - 1, column - 1, text[:MAX_CELL], styles.marked if place in places else style
            )
    for (number, column), comment in places.items():
        page.write_comment(number - 1, column - 1, comment, {"x_scale": 2})
    for column, width in enumerate(widths or fitting_widths(rows, heading_row)):
        page.set_column(column, column, width)
    page.freeze_panes(heading_row, 0)
    book.close()
    return target.getvalue()


def fitting_widths(rows: Sequence[Sequence[str]], heading_row: int) -> list[int]:
    """In characters of the Latin alphabet; a Chinese one takes two."""
    width = max((len(row) for row in rows), default=0)
    longest = [NARROW] * width
    for row in rows[heading_row - 1 :]:
        for column, text in enumerate(row):
            longest[column] = max(longest[column], sum(2 if sign > LAST_NARROW else 1 for sign in text) + 2)
    return [min(WIDE, needed) for needed in longest]


def corrected_workbook(table: Table, findings: Sequence[Finding]) -> bytes:
    """The user's own table with what is wrong marked, and a last column that says why (replaced when it is
    already there from the last round).
    """
    reasons: dict[int, list[str]] = {}
    for finding in findings:
        reasons.setdefault(finding.row, []).append(finding.problem.detail)
    grid = table.grid
    heading = grid.rows[table.heading_row - 1]
    again = bool(heading) and heading[-1] in (TO_MEND.zh, TO_MEND.en)
    extra = len(heading) if again else grid.width + 1
    rows = [
        [grid.cell(number, column) for column in range(1, extra)] + ["；".join(reasons.get(number, []))]
        for number in range(1, len(grid.rows) + 1)
    ]
    rows[table.heading_row - 1][-1] = "；".join([str(TO_MEND), *reasons.get(table.heading_row, [])])
    return workbook(
        rows,
        sheet=grid.sheet or str(Text("名单", "List")),
        heading_row=table.heading_row,
        marked={(finding.row, finding.column): finding.problem.detail for finding in findings},
    )
