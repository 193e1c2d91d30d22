"""A sheet after reading, and what was found wrong in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from common.errors import Problem
from common.spreadsheets.cells import letters

Area = tuple[int, int, int, int]
"""First row, first column, last row, last column, all from 1 and inclusive."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells as text. Rows and columns count from 1, as the user's program shows them."""

    rows: tuple[tuple[str, ...], ...]
    sheet: str = ""
    formulas: frozenset[tuple[int, int]] = frozenset()
    merged: tuple[Area, ...] = ()
    lost_digits: frozenset[tuple[int, int]] = frozenset()
    # How a text file was read; empty for a workbook.
    encoding: str = ""

    def cell(self, row: int, column: int) -> str:
        line = self.rows[row - 1] if row <= len(self.rows) else ()
        return line[column - 1] if column <= len(line) else ""

    @property
    def width(self) -> int:
        return max((len(row) for row in self.rows), default=0)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend. `value` is what stands there, masked by whoever knows that it is personal."""

    row: int
    column: int
    problem: Problem
    field: str = ""
    value: str = ""

    @property
    def cell(self) -> str:
        return f"{letters(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class TableRow:
    """`values` by field name, "" where the cell is empty."""

    number: int
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """The recognised part of a grid: which column holds which field, and the rows under the heading."""

    grid: Grid
    heading_row: int
    columns: Mapping[str, int]
    headings: Mapping[str, str]
    unrecognised: tuple[str, ...] = ()
    rows: tuple[TableRow, ...] = field(default=())

    def column(self, name: str) -> int:
        """The column of a field; the first column when the file has no such field."""
        return self.columns.get(name, 1)
