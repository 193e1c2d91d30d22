import io
import zipfile

import pytest

from common.spreadsheets import Finding, corrected_workbook, read_grid, recognise, workbook
from common.spreadsheets.problems import CELL_HAS_FORMULA
from tests.common.spreadsheets.test_headings import COLUMNS


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


@pytest.mark.parametrize("text", ["=1+1", "+86", "-1", "@sum", "\tx", "https://example.org", "{=1}", "001"])
def test_every_cell_is_written_as_the_text_it_is(text: str) -> None:
    data = workbook([["题"], [text]], sheet="表")
    sheet = part(data, "xl/worksheets/sheet1.xml")
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    assert '<c r="A2"' in sheet
    assert 't="s"' in sheet.split('<c r="A2"')[1].split(">")[0]
    assert read_grid(data, file_name="a.xlsx").rows[1][0] == text.strip()


def test_what_looks_like_a_formula_carries_the_quote_prefix() -> None:
    data = workbook([["题"], ["=1+1"], ["plain"]], sheet="表")
    sheet, styles = part(data, "xl/worksheets/sheet1.xml"), part(data, "xl/styles.xml")
    formats = styles.split("<cellXfs")[1].split("</cellXfs>")[0].split("<xf ")[1:]

    def style(cell: str) -> str:
        return formats[int(sheet.split(f'<c r="{cell}" s="')[1].split('"')[0])]

    assert 'quotePrefix="1"' in style("A2")
    assert 'quotePrefix="1"' not in style("A3")


def test_the_same_rows_make_the_same_bytes() -> None:
    assert workbook([["a"], ["b"]], sheet="表") == workbook([["a"], ["b"]], sheet="表")


def test_the_corrected_workbook_names_the_reasons_and_can_be_corrected_again() -> None:
    data = workbook(
        [["名单"], ["姓名", "证件号码"], ["张示例", "1"], ["李示例", "2"]], sheet="表", heading_row=2
    )
    table = recognise(read_grid(data, file_name="a.xlsx"), COLUMNS)
    problem = CELL_HAS_FORMULA(cell="B4")
    first = corrected_workbook(table, [Finding(4, 2, problem, "identity_number", "2")])
    grid = read_grid(first, file_name="b.xlsx")
    assert grid.rows == (
        ("名单", "", ""),
        ("姓名", "证件号码", "需要修改"),
        ("张示例", "1", ""),
        ("李示例", "2", problem.detail),
    )
    again = corrected_workbook(recognise(grid, COLUMNS), [Finding(3, 1, problem, "name", "")])
    assert read_grid(again, file_name="c.xlsx").rows[1:] == (
        ("姓名", "证件号码", "需要修改"),
        ("张示例", "1", problem.detail),
        ("李示例", "2", ""),
    )
