"""Reading one sheet of an untrusted .xlsx workbook."""

import posixpath
from xml.parsers import expat

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from common.spreadsheets.cells import as_text, lost_digits
from common.spreadsheets.container import checked_parts, repacked
from common.spreadsheets.grid import Grid
from common.spreadsheets.problems import TABLE_EMPTY, WORKBOOK_UNREADABLE
from common.spreadsheets.scan import scan_sheet

_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def read_workbook(data: bytes, *, max_rows: int, sheet: str = "") -> Grid:
    """The sheet named `sheet` if there is one, else the first. Raises the problems of `common.spreadsheets.problems`."""
    parts = checked_parts(data)
    names = _sheet_parts(parts)
    name = _chosen(list(names), sheet)
    scan = scan_sheet(parts[names[name]], max_rows)
    others = set(names.values()) - {names[name]}
    kept = {part: EMPTY_SHEET if part in others else content for part, content in parts.items()}
    try:
        with CalamineWorkbook.from_filelike(repacked(kept)) as workbook:
            return _grid(workbook.get_sheet_by_name(name), scan.formulas, scan.merged)
    except CalamineError as error:
        raise WORKBOOK_UNREADABLE() from error


EMPTY_SHEET = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>'
)


def _chosen(names: list[str], wanted: str) -> str:
    if not names:
        raise TABLE_EMPTY()
    return next((name for name in names if name.strip().casefold() == wanted.casefold()), names[0])


def _grid(
    sheet: CalamineSheet, formulas: set[tuple[int, int]], merged: list[tuple[int, int, int, int]]
) -> Grid:
    values = sheet.to_python(skip_empty_area=False)
    rows = [tuple(as_text(value) for value in row) for row in values]
    while rows and not any(rows[-1]):
        rows.pop()
    return Grid(
        rows=tuple(rows),
        sheet=sheet.name,
        formulas=frozenset(formulas),
        merged=tuple(merged),
        lost_digits=frozenset(
            (row, column)
            for row, line in enumerate(values, 1)
            for column, value in enumerate(line, 1)
            if lost_digits(value)
        ),
    )


def _elements(content: bytes, wanted: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(" ")[2] == wanted:
            found.append(attributes)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise WORKBOOK_UNREADABLE() from error
    return found


def _sheet_parts(parts: dict[str, bytes]) -> dict[str, str]:
    """Sheet name → part, in the order of the workbook; sheets that are not tables are left out."""
    relations = _elements(parts.get("xl/_rels/workbook.xml.rels", b"<none/>"), "Relationship")
    targets = {
        relation.get("Id", ""): posixpath.normpath(posixpath.join("/xl", relation.get("Target", ""))).lstrip(
            "/"
        )
        for relation in relations
    }
    sheets = _elements(parts["xl/workbook.xml"], "sheet")
    paths = {sheet.get("name", ""): targets.get(sheet.get(f"{_RELATIONSHIP} id", ""), "") for sheet in sheets}
    return {name: path for name, path in paths.items() if path in parts}
