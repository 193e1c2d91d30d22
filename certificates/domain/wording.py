"""The issuer's sentence with {braces}: only plain names are filled, nothing is evaluated."""

import re
from collections.abc import Mapping

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
# What an issuer may write; with `_en` it is the English text, which falls back to the Chinese one.
NAMES = (
    "holder_name",
    "occupation",
    "trade",
    "level",
    "award",
    "event",
    "competition",
    "issuer",
    "issued_on",
)
ALLOWED = frozenset([*NAMES, *(f"{name}_en" for name in NAMES)])


def unknown_placeholders(text: str) -> list[str]:
    return sorted({name for name in PLACEHOLDER.findall(text) if name not in ALLOWED})


def fill(text: str, values: Mapping[str, str]) -> str:
    def value(match: re.Match[str]) -> str:
        name = match[1]
        return values.get(name) or values.get(name.removesuffix("_en"), "")

    return PLACEHOLDER.sub(value, text)
