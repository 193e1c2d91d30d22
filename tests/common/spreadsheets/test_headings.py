import pytest

from common.errors import Problem
from common.spreadsheets import Column, Grid, recognise
from common.spreadsheets.headings import distance, meaning
from common.text import Text

COLUMNS = (
    Column("name", Text("姓名", "Name"), ("选手姓名",), required=True),
    Column("identity_number", Text("证件号码", "ID number"), ("身份证号码",), required=True),
    Column("delegation", Text("代表队", "Delegation")),
)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("姓名", "name"),
        ("*姓　名", "name"),
        (" 姓 名＊", "name"),
        ("姓名（必填）", "name"),
        ("NAME", "name"),
        ("Ｎａｍｅ", "name"),
        ("身份证号码", "identity_number"),
        ("身分证号码", "identity_number"),
        ("证件号马", "identity_number"),
        ("Id_Number", "identity_number"),
        ("Delegaton", "delegation"),
        ("Dleegation", "delegation"),
        ("姓氏", None),
        ("备注", None),
        ("", None),
    ],
)
def test_what_a_heading_means(heading: str, field: str | None) -> None:
    assert meaning(heading, COLUMNS) == field


@pytest.mark.parametrize(
    ("first", "second", "steps"),
    [
        ("", "", 0),
        ("abc", "abc", 0),
        ("abc", "abd", 1),
        ("abcd", "abdc", 1),
        ("abc", "", 3),
        ("证件号", "证号", 1),
    ],
)
def test_distance(first: str, second: str, steps: int) -> None:
    assert distance(first, second) == steps


def test_titles_above_the_heading_and_columns_in_any_order() -> None:
    grid = Grid(
        (("参赛名单",), (), ("备注", "证件号码", "姓名"), ("x", "110", "张示例"), (), ("", "111", "李示例"))
    )
    table = recognise(grid, COLUMNS)
    assert table.heading_row == 3
    assert table.columns == {"identity_number": 2, "name": 3}
    assert table.unrecognised == ("备注",)
    assert [(row.number, dict(row.values)) for row in table.rows] == [
        (4, {"identity_number": "110", "name": "张示例"}),
        (6, {"identity_number": "111", "name": "李示例"}),
    ]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ((("姓名", "备注"), ("张示例", "")), "columns_missing"),
        ((("姓名", "证件号码", "身份证号码"), ("张示例", "1", "2")), "column_twice"),
        ((("姓名", "证件号码"),), "table_empty"),
        ((*[("x",)] * 10, ("姓名", "证件号码"), ("张示例", "1")), "columns_missing"),
    ],
)
def test_a_table_that_cannot_be_told(rows: tuple[tuple[str, ...], ...], code: str) -> None:
    with pytest.raises(Problem) as caught:
        recognise(Grid(rows), COLUMNS)
    assert caught.value.code == code
