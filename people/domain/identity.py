"""Resident identity numbers (GB 11643) and what of a person's data a screen may show."""

from dataclasses import dataclass

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK = "10X98765432"
# First two digits of the division code (GB/T 2260), with Hong Kong, Macao and Taiwan residents' 81–83.
_PROVINCES = (
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83"
)
PROVINCES = frozenset(_PROVINCES.split())
_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_COMPOUND = (
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 司空 夏侯 宇文 长孙 轩辕 端木 百里 东郭 南宫 独孤 澹台 公冶 宗政 濮阳 淳于 "
    "单于 太叔 申屠 仲孙 钟离 鲜于 闾丘 赫连 呼延 西门 拓跋 完颜 纳兰 万俟 闻人 即墨 谷梁 左丘 第五 梁丘"
)
_COMPOUND_SURNAMES = frozenset(_COMPOUND.split())


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """What is wrong with a value, for the person who typed it."""

    code: str
    zh: str
    en: str


LENGTH = FieldProblem(
    "identity_length", "身份证号应为 18 位，请核对。", "An ID number has 18 characters. Please check."
)
CHARACTERS = FieldProblem(
    "identity_characters",
    "身份证号前 17 位应为数字，末位为数字或 X。",
    "The first 17 characters of an ID number are digits, the last is a digit or X.",
)
PROVINCE = FieldProblem(
    "identity_province",
    "身份证号开头的行政区划代码不存在，请核对前两位。",
    "No province has this code. Please check the first two digits.",
)
BIRTH_DATE = FieldProblem(
    "identity_birth_date",
    "身份证号中的出生日期不存在，请核对第 7 至 14 位。",
    "The birth date in the ID number does not exist. Please check digits 7 to 14.",
)
CHECK_DIGIT = FieldProblem(
    "identity_check_digit",
    "身份证号校验位不符，可能有一位输错，请对照证件核对。",
    "The check character does not match: one digit is probably wrong. Please compare with the card.",
)


def normalise(text: str) -> str:
    """Full-width digits, spaces and a small x are how people type; the stored form has none of them."""
    table = {0xFF10 + n: str(n) for n in range(10)} | {ord(c): "X" for c in "xＸｘ"}
    return "".join(text.split()).translate(table)


def identity_problem(number: str) -> FieldProblem | None:
    """The first thing wrong with a normalised number, None when it holds."""
    if len(number) != 18:  # noqa: PLR2004  the standard's length
        return LENGTH
    if not (number.isascii() and number[:17].isdigit() and (number[17].isdigit() or number[17] == "X")):
        return CHARACTERS
    if number[:2] not in PROVINCES:
        return PROVINCE
    if not _is_real_date(int(number[6:10]), int(number[10:12]), int(number[12:14])):
        return BIRTH_DATE
    return None if number[17] == check_character(number[:17]) else CHECK_DIGIT


def check_character(first_17: str) -> str:
    """MOD 11-2."""
    total = sum(int(digit) * weight for digit, weight in zip(first_17, WEIGHTS, strict=True))
    return CHECK[total % 11]


def _is_real_date(year: int, month: int, day: int) -> bool:
    if not (1800 <= year <= 2099 and 1 <= month <= 12):  # noqa: PLR2004
        return False
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    last = 29 if month == 2 and leap else _MONTH_DAYS[month - 1]  # noqa: PLR2004
    return 1 <= day <= last


def birth_date(number: str) -> str:
    """ISO date of a number that holds."""
    return f"{number[6:10]}-{number[10:12]}-{number[12:14]}"


def is_male(number: str) -> bool:
    return int(number[16]) % 2 == 1


def mask_identity(number: str) -> str:
    """`110105********002X`; whatever is too short to hide anything is hidden whole."""
    if len(number) < 14:  # noqa: PLR2004  six before, four behind, at least four hidden
        return "*" * len(number)
    return f"{number[:6]}{'*' * (len(number) - 10)}{number[-4:]}"


def mask_phone(number: str) -> str:
    """`138****5678`."""
    if len(number) < 9:  # noqa: PLR2004  three before, four behind
        return "*" * len(number)
    return f"{number[:3]}{'*' * (len(number) - 7)}{number[-4:]}"


def mask_name(name: str) -> str:
    """The surname stays: `张*`, `张**`, `欧阳**`; a name in letters keeps the first letter of each word."""
    name = name.strip()
    if name.isascii():
        return " ".join(f"{word[0]}***" for word in name.split())
    shown = 2 if len(name) > 2 and name[:2] in _COMPOUND_SURNAMES else 1  # noqa: PLR2004
    return name[:shown] + "*" * max(1, len(name) - shown)
