"""How certificate numbers are built. The serial is allotted elsewhere; here is only the form.

level_22 (职业技能等级证书): 13 characters allotted by the bureau, 2 of the year, level, 6 of the serial.
award: the issuer's prefix, the year, 6 digits of the serial.
"""

import re
from dataclasses import dataclass

LEVEL_22 = "level_22"
AWARD = "award"
LAST_SERIAL = 999_999

LEVEL_PREFIX = re.compile(r"[A-Z]\d{4}\d{2}\d{6}", re.ASCII)
LEVEL_NUMBER = re.compile(r"[A-Z]\d{4}\d{2}\d{6}\d{2}[0-9A-Z]\d{6}", re.ASCII)
AWARD_PREFIX = re.compile(r"[A-Z][A-Z0-9-]{0,12}", re.ASCII)
AWARD_NUMBER = re.compile(r"[A-Z][A-Z0-9-]{0,12}\d{4}\d{6}", re.ASCII)
LEVEL = re.compile(r"[0-9A-Z]", re.ASCII)


class NumberError(ValueError):
    """`args[0]` is the reason as a code: prefix, level, serial."""


@dataclass(frozen=True, slots=True)
class Stem:
    """Everything before the serial: what a series of numbers has in common."""

    text: str

    def number(self, serial: int) -> str:
        if not 1 <= serial <= LAST_SERIAL:
            raise NumberError("serial")
        return f"{self.text}{serial:06}"


def is_prefix(scheme: str, prefix: str) -> bool:
    pattern = LEVEL_PREFIX if scheme == LEVEL_22 else AWARD_PREFIX
    return pattern.fullmatch(prefix) is not None


def is_number(text: str) -> bool:
    return (LEVEL_NUMBER.fullmatch(text) or AWARD_NUMBER.fullmatch(text)) is not None


def stem(scheme: str, *, prefix: str, year: int, level: str) -> Stem:
    if not is_prefix(scheme, prefix):
        raise NumberError("prefix")
    if scheme != LEVEL_22:
        return Stem(f"{prefix}{year:04}")
    if not LEVEL.fullmatch(level):
        raise NumberError("level")
    return Stem(f"{prefix}{year % 100:02}{level}")
