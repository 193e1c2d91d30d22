import pytest

from common.spreadsheets import csv_text


def test_excel_is_told_that_it_is_utf_8() -> None:
    assert csv_text([["姓名", "总分"], ["陈一鸣", "90.48"]]) == "\ufeff姓名,总分\r\n陈一鸣,90.48\r\n".encode()


@pytest.mark.parametrize("cell", ["=1+1", "+cmd|x", "-x", "@SUM(A1)", "\t=1", " =1", "\r=1"])
def test_what_would_act_becomes_text(cell: str) -> None:
    assert f"'{cell}" in csv_text([[cell]]).decode()


@pytest.mark.parametrize("cell", ["-2.50", "+3", "90.48", "W001"])
def test_numbers_and_codes_stay_what_they_are(cell: str) -> None:
    assert csv_text([[cell]]).decode() == f"\ufeff{cell}\r\n"
