import time
import tracemalloc

import pytest

from common.errors import Problem
from common.spreadsheets import read_grid
from tests.common.spreadsheets import hostile

ROWS: list[list[object]] = [["姓名", "编号"], ["张示例", "001"], ["李示例", 2]]


def refused(data: bytes, name: str = "名单.xlsx") -> str:
    with pytest.raises(Problem) as caught:
        read_grid(data, file_name=name)
    return caught.value.code


def test_cells_are_text_and_numbers_have_no_decimal_point() -> None:
    grid = read_grid(hostile.xlsx(ROWS), file_name="名单.xlsx")
    assert grid.rows == (("姓名", "编号"), ("张示例", "001"), ("李示例", "2"))


def test_an_identity_number_typed_as_a_number_is_known_to_have_lost_digits() -> None:
    grid = read_grid(hostile.xlsx([["证件号码"], [110105194912310021]]), file_name="a.xlsx")
    assert grid.lost_digits == {(2, 1)}


def test_formulas_and_merged_cells_are_told_by_place() -> None:
    def change(page: object) -> None:
        page.write_formula("B2", "=1+1", None, 2)  # type: ignore[attr-defined]
        page.merge_range("A4:B5", "合并")  # type: ignore[attr-defined]

    grid = read_grid(hostile.xlsx(ROWS, change), file_name="a.xlsx")
    assert grid.formulas == {(2, 2)}
    assert grid.merged == ((4, 1, 5, 2),)


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (hostile.png(), "photo.xlsx", "workbook_unreadable"),
        (b"PK\x03\x04 not a zip at all", "a.xlsx", "workbook_unreadable"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old.xls", "workbook_old_or_locked"),
        (hostile.xlsx(ROWS)[:-400], "cut.xlsx", "workbook_unreadable"),
        (b"x" * (10 * 1024 * 1024 + 1), "big.xlsx", "file_too_large"),
        (b"", "empty.xlsx", "table_empty"),
        (hostile.packed(hostile.SHEET_START + hostile.SHEET_END), "empty.xlsx", "table_empty"),
        (hostile.packed("<worksheet><sheetData>"), "broken.xlsx", "workbook_unreadable"),
    ],
)
def test_what_is_no_workbook_is_refused(data: bytes, name: str, code: str) -> None:
    assert refused(data, name) == code


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = hostile.packed(hostile.SHEET_START + " " * (120 * 1024 * 1024) + hostile.SHEET_END)
    tracemalloc.start()
    assert refused(bomb) == "workbook_unsafe"
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(bomb) < 200_000
    assert peak < 2_000_000


def test_a_bomb_whose_directory_lies_about_its_size_is_not_unpacked_either() -> None:
    bomb = hostile.with_lying_size(80 * 1024 * 1024)
    tracemalloc.start()
    assert refused(bomb) == "workbook_unreadable"
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2_000_000


def test_a_repeated_entry_is_refused() -> None:
    twice = hostile.packed(hostile.SHEET_START + hostile.SHEET_END)
    with pytest.warns(UserWarning, match="Duplicate name"):
        twice = hostile.packed(
            hostile.SHEET_START + hostile.SHEET_END, extra={"xl/worksheets/sheet1.xml": b"<worksheet/>"}
        )
    assert refused(twice) == "workbook_unsafe"


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("part", ["sheet", "workbook"])
def test_a_document_type_is_refused_wherever_it_stands(part: str) -> None:
    sheet = (
        hostile.SHEET_START
        + '<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>'
        + hostile.SHEET_END
    )
    data = (
        hostile.packed(ENTITIES + sheet)
        if part == "sheet"
        else hostile.packed(sheet.replace("&b;", "x"), workbook=ENTITIES + hostile.WORKBOOK)
    )
    assert refused(data) == "workbook_unsafe"


def test_macros_links_and_pictures_are_never_read() -> None:
    sheet = hostile.SHEET_START + '<row r="1"><c r="A1"><v>1</v></c></row>' + hostile.SHEET_END
    extra = {
        "xl/vbaProject.bin": b"macro",
        "xl/externalLinks/externalLink1.xml": b"<!DOCTYPE x []><broken",
        "xl/media/image1.png": hostile.png(),
    }
    assert read_grid(hostile.packed(sheet, extra=extra), file_name="a.xlsm").rows == (("1",),)


def test_fifty_thousand_rows_are_refused_fast_and_in_little_memory() -> None:
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>张示例{n}</t></is></c><c r="B{n}"><v>{n}</v></c></row>'
        for n in range(1, 50_001)
    )
    data = hostile.packed(hostile.SHEET_START + rows + hostile.SHEET_END)
    tracemalloc.start()
    started = time.perf_counter()
    assert refused(data) == "too_many_rows"
    elapsed = time.perf_counter() - started
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert elapsed < 2
    assert peak < 5 * len(rows)


def test_five_thousand_rows_are_read() -> None:
    data = hostile.xlsx([["姓名", "编号"], *[["张示例", str(n)] for n in range(5_000)]])
    assert len(read_grid(data, file_name="a.xlsx").rows) == 5_001


@pytest.mark.parametrize(
    ("cell", "code"),
    [("A1048576", "too_many_rows"), ("XFD1", "too_many_columns"), ("XFD9999999", "too_many_rows")],
)
def test_one_far_cell_does_not_fill_the_memory(cell: str, code: str) -> None:
    sheet = (
        f'{hostile.SHEET_START}<row><c r="A1"><v>1</v></c><c r="{cell}"><v>1</v></c></row>{hostile.SHEET_END}'
    )
    assert refused(hostile.packed(sheet)) == code


def test_a_dimension_that_lies_costs_nothing() -> None:
    sheet = hostile.SHEET_START.replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')
    data = hostile.packed(sheet + '<row r="1"><c r="A1"><v>7</v></c></row>' + hostile.SHEET_END)
    assert read_grid(data, file_name="a.xlsx").rows == (("7",),)


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("gb18030", "gb18030"), ("utf-16", "utf-16")],
)
def test_text_files_in_the_encodings_of_chinese_offices(encoding: str, name: str) -> None:
    grid = read_grid('姓名,证件号码\r\n张示例,="001"\r\n'.encode(encoding), file_name="名单.csv")
    assert grid.rows == (("姓名", "证件号码"), ("张示例", "001"))
    assert grid.encoding == name


@pytest.mark.parametrize(
    "data",
    [
        hostile.png(),
        "姓名".encode("gb18030") + b"\xff\xff",
        "姓名,x".encode("utf-16-le"),
        b"\x00\x01\x02\x03",
    ],
)
def test_text_in_no_known_encoding_is_refused(data: bytes) -> None:
    assert refused(data, "名单.csv") == "text_encoding_unknown"


def test_a_text_file_with_too_many_rows_is_refused() -> None:
    assert refused(b"a,b\n" * 50_000, "a.csv") == "too_many_rows"


def test_a_formula_in_a_text_file_is_found() -> None:
    assert read_grid(b"a,b\n=1+1,2\n", file_name="a.csv").formulas == {(2, 1)}
