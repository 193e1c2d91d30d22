"""Unified social credit codes (GB 32100). Unions begin with 81."""

from people.domain.identity import FieldProblem

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS = tuple(pow(3, i, 31) for i in range(17))

LENGTH = FieldProblem(
    "organisation_code_length",
    "统一社会信用代码应为 18 位，请核对。",
    "A unified social credit code has 18 characters. Please check.",
)
CHARACTERS = FieldProblem(
    "organisation_code_characters",
    "统一社会信用代码只含数字和大写字母，且不使用 I、O、S、V、Z。",
    "A unified social credit code has digits and capital letters only, never I, O, S, V or Z.",
)
CHECK_CHARACTER = FieldProblem(
    "organisation_code_check",
    "统一社会信用代码校验位不符，可能有一位输错，请对照证照核对。",
    "The check character does not match: one character is probably wrong. Please compare with the licence.",
)


def organisation_code_problem(code: str) -> FieldProblem | None:
    """The first thing wrong with the code, None when it holds."""
    if len(code) != 18:  # noqa: PLR2004  the standard's length
        return LENGTH
    if any(character not in ALPHABET for character in code):
        return CHARACTERS
    return None if code[17] == check_character(code[:17]) else CHECK_CHARACTER


def check_character(first_17: str) -> str:
    values = (ALPHABET.index(character) for character in first_17)
    total = sum(value * weight for value, weight in zip(values, WEIGHTS, strict=True))
    return ALPHABET[(31 - total % 31) % 31]


def is_union(code: str) -> bool:
    return code.startswith("81")
