"""What is refused in any table: formulas, merged cells, numbers that lost digits."""

from collections.abc import Iterable, Iterator

from common.spreadsheets.cells import letters
from common.spreadsheets.grid import Finding, Grid, Table
from common.spreadsheets.problems import CELL_HAS_FORMULA, CELL_IS_MERGED, NUMBER_LOST_DIGITS


def cell_findings(table: Table, exact: Iterable[str] = ()) -> list[Finding]:
    """In the recognised columns, heading included. `exact` names the fields that are numbers as text."""
    fields = {column: field for field, column in table.columns.items()}
    grid, top = table.grid, table.heading_row
    return [
        *_formulas(grid, top, fields),
        *_merged(grid, top, fields),
        *_lost(grid, {table.columns[field]: field for field in exact if field in table.columns}),
    ]


def _formulas(grid: Grid, top: int, fields: dict[int, str]) -> Iterator[Finding]:
    for row, column in sorted(grid.formulas):
        if row >= top and column in fields:
            problem = CELL_HAS_FORMULA(cell=f"{letters(column)}{row}")
            yield Finding(row, column, problem, fields[column])


def _merged(grid: Grid, top: int, fields: dict[int, str]) -> Iterator[Finding]:
    for first_row, first, last_row, last in grid.merged:
        inside = [column for column in fields if first <= column <= last]
        if last_row >= top and inside:
            area = f"{letters(first)}{first_row}:{letters(last)}{last_row}"
            yield Finding(max(first_row, top), min(inside), CELL_IS_MERGED(range=area), fields[min(inside)])


def _lost(grid: Grid, fields: dict[int, str]) -> Iterator[Finding]:
    for row, column in sorted(grid.lost_digits):
        if column in fields:
            problem = NUMBER_LOST_DIGITS(cell=f"{letters(column)}{row}")
            yield Finding(row, column, problem, fields[column])
