"""One streaming pass over a sheet's XML before its values are read: size, formulas, merged cells.

calamine fills the rectangle from the first cell to the last, so a single cell at XFD1048576 would take all
memory; and it gives the cached value of a formula, which somebody may have typed there.
"""

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from common.spreadsheets.cells import column_number
from common.spreadsheets.grid import Area
from common.spreadsheets.problems import TOO_MANY_COLUMNS, TOO_MANY_ROWS, WORKBOOK_UNREADABLE

MAX_COLUMNS = 256
# Titles and notes above the heading.
EXTRA_ROWS = 20
MAX_REMEMBERED = 1_000
CHUNK = 64 * 1024
REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


@dataclass(slots=True)
class SheetScan:
    max_rows: int
    formulas: set[tuple[int, int]] = field(default_factory=set)
    merged: list[Area] = field(default_factory=list)
    row: int = 0
    column: int = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        if tag == "row":
            self.row = int(attributes["r"]) if attributes.get("r", "").isdecimal() else self.row + 1
            self.column = 0
        elif tag == "c":
            self._cell(attributes.get("r", ""))
        elif tag == "f" and len(self.formulas) < MAX_REMEMBERED:
            self.formulas.add((self.row, self.column))
        elif tag == "mergeCell" and len(self.merged) < MAX_REMEMBERED:
            self._merged(attributes.get("ref", ""))

    def _cell(self, reference: str) -> None:
        found = REFERENCE.fullmatch(reference)
        if found:
            self.column, self.row = column_number(found[1]), int(found[2])
        else:
            self.column += 1
        if self.row > self.max_rows + EXTRA_ROWS:
            raise TOO_MANY_ROWS(limit=self.max_rows)
        if self.column > MAX_COLUMNS:
            raise TOO_MANY_COLUMNS(limit=MAX_COLUMNS)

    def _merged(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        start, end = REFERENCE.fullmatch(first), REFERENCE.fullmatch(last)
        if start and end:
            self.merged.append((int(start[2]), column_number(start[1]), int(end[2]), column_number(end[1])))


def scan_sheet(content: bytes, max_rows: int) -> SheetScan:
    """Stops at the first row too many. Raises too_many_rows, too_many_columns, workbook_unreadable."""
    scan = SheetScan(max_rows)
    parser = expat.ParserCreate()
    parser.StartElementHandler = scan.start
    try:
        for position in range(0, len(content), CHUNK):
            parser.Parse(content[position : position + CHUNK], False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise WORKBOOK_UNREADABLE() from error
    return scan
