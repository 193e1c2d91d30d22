import pytest

from certificates.domain.numbers import AWARD, LEVEL_22, NumberError, is_number, is_prefix, stem


@pytest.mark.parametrize(
    ("year", "level", "serial", "number"),
    [
        (2019, "5", 1, "Y000123000000195000001"),
        (2026, "1", 999_999, "Y000123000000261999999"),
        (2030, "T", 42, "Y00012300000030T000042"),
    ],
)
def test_level_number_is_prefix_year_level_serial(year: int, level: str, serial: int, number: str) -> None:
    made = stem(LEVEL_22, prefix="Y000123000000", year=year, level=level).number(serial)
    assert (made, len(made), is_number(made)) == (number, 22, True)


def test_award_number_is_prefix_year_serial() -> None:
    assert stem(AWARD, prefix="SL-HJ", year=2026, level="").number(7) == "SL-HJ2026000007"


@pytest.mark.parametrize(
    ("scheme", "prefix", "good"),
    [
        (LEVEL_22, "Y000123000000", True),
        (LEVEL_22, "Y00012300000", False),
        (LEVEL_22, "y000123000000", False),
        (LEVEL_22, "Y00012300000０", False),  # a full-width digit
        (AWARD, "SL", True),
        (AWARD, "1SL", False),
        (AWARD, "示例", False),
        (AWARD, "ABCDEFGHIJKLMN", False),
    ],
)
def test_prefixes(scheme: str, prefix: str, *, good: bool) -> None:
    assert is_prefix(scheme, prefix) is good


@pytest.mark.parametrize(
    ("level", "serial", "reason"),
    [("", 1, "level"), ("12", 1, "level"), ("5", 0, "serial"), ("5", 10**6, "serial")],
)
def test_what_makes_no_number(level: str, serial: int, reason: str) -> None:
    with pytest.raises(NumberError, match=reason):
        stem(LEVEL_22, prefix="Y000123000000", year=2026, level=level).number(serial)
