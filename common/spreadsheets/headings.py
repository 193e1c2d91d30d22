"""Finding the heading and what each column means, however the office that made the file wrote it."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from common.spreadsheets.cells import letters
from common.spreadsheets.grid import Grid, Table, TableRow
from common.spreadsheets.problems import COLUMN_TWICE, COLUMNS_MISSING, TABLE_EMPTY
from common.text import Text

HEADING_WITHIN = 10
REMARK = re.compile(r"[(\[【〔].*?[)\]】〕]")
NOISE = re.compile(r"[\W_]+")
# A heading this short has no room for a typing error: 姓名 and 姓氏 are different things.
SHORTEST_FUZZY = 4
LONG = 8


@dataclass(frozen=True, slots=True)
class Column:
    """A field of the table; `aliases` are further headings people write for it."""

    name: str
    label: Text
    aliases: tuple[str, ...] = ()
    required: bool = False

    @property
    def spellings(self) -> frozenset[str]:
        return frozenset(bare(text) for text in (self.name, self.label.zh, self.label.en, *self.aliases))


def bare(heading: str) -> str:
    """Full-width signs, spaces, stars, letter case and remarks in brackets make no difference."""
    folded = unicodedata.normalize("NFKC", heading).casefold()
    return NOISE.sub("", REMARK.sub("", folded)) or NOISE.sub("", folded)


def distance(first: str, second: str) -> int:
    """Insertions, deletions, replacements and swaps of neighbours that turn one text into the other."""
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, left in enumerate(first, 1):
        after = [i]
        for j, right in enumerate(second, 1):
            cost = min(row[j] + 1, after[j - 1] + 1, row[j - 1] + (left != right))
            if i > 1 and j > 1 and left == second[j - 2] and first[i - 2] == right:
                cost = min(cost, before[j - 2] + 1)
            after.append(cost)
        before, row = row, after
    return row[-1]


def meaning(heading: str, columns: Sequence[Column]) -> str | None:
    """The field a heading names, small typing errors forgiven; None when none or more than one fits."""
    text = bare(heading)
    if not text:
        return None
    for column in columns:
        if text in column.spellings:
            return column.name
    if len(text) < SHORTEST_FUZZY:
        return None
    allowed = 2 if len(text) >= LONG else 1
    near = {
        column.name
        for column in columns
        if any(
            abs(len(spelling) - len(text)) <= allowed and distance(text, spelling) <= allowed
            for spelling in column.spellings
            if len(spelling) >= SHORTEST_FUZZY
        )
    }
    return near.pop() if len(near) == 1 else None


def recognise(grid: Grid, columns: Sequence[Column]) -> Table:
    """The table under the heading. Raises columns_missing, column_twice, table_empty."""
    heading_row = max(
        range(1, min(HEADING_WITHIN, len(grid.rows)) + 1),
        key=lambda number: (len(_fields(grid, number, columns)), -number),
    )
    found = _fields(grid, heading_row, columns)
    _check(found, columns)
    places = {field: places[0] for field, places in found.items()}
    rows = tuple(
        TableRow(number, {field: grid.cell(number, column) for field, column in places.items()})
        for number in range(heading_row + 1, len(grid.rows) + 1)
        if any(grid.rows[number - 1])
    )
    if not rows:
        raise TABLE_EMPTY()
    heading = grid.rows[heading_row - 1]
    return Table(
        grid=grid,
        heading_row=heading_row,
        columns=places,
        headings={field: heading[column - 1] for field, column in places.items()},
        unrecognised=tuple(
            text for column, text in enumerate(heading, 1) if text and column not in places.values()
        ),
        rows=rows,
    )


def _fields(grid: Grid, row: int, columns: Sequence[Column]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for column, text in enumerate(grid.rows[row - 1], 1):
        field = meaning(text, columns)
        if field:
            found.setdefault(field, []).append(column)
    return found


def _check(found: dict[str, list[int]], columns: Sequence[Column]) -> None:
    missing = [str(column.label) for column in columns if column.required and column.name not in found]
    if missing:
        raise COLUMNS_MISSING(columns="、".join(missing))
    for column in columns:
        places = found.get(column.name, [])
        if len(places) > 1:
            raise COLUMN_TWICE(field=str(column.label), first=letters(places[0]), second=letters(places[1]))
