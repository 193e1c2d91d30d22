"""Tables in and out: hostile files are refused with a reason, written files cannot act."""

from common.spreadsheets.cells import letters
from common.spreadsheets.checks import cell_findings
from common.spreadsheets.csv_writing import CSV, csv_text
from common.spreadsheets.grid import Finding, Grid, Table, TableRow
from common.spreadsheets.headings import Column, recognise
from common.spreadsheets.reading import MAX_ROWS, read_grid
from common.spreadsheets.writing import TO_MEND, XLSX, corrected_workbook, workbook

__all__ = [
    "CSV",
    "MAX_ROWS",
    "TO_MEND",
    "XLSX",
    "Column",
    "Finding",
    "Grid",
    "Table",
    "TableRow",
    "cell_findings",
    "corrected_workbook",
    "csv_text",
    "letters",
    "read_grid",
    "recognise",
    "workbook",
]
