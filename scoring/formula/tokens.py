"""A formula's text cut into words."""

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final

from scoring.errors import invalid_rule

MAX_TEXT: Final = 500
_TOKEN: Final = re.compile(
    r"\s*(?:(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<name>[^\W\d]\w*(?:\.\w+)*)|\[(?P<quoted>[^\[\]]+)\]|(?P<sign>[-+*/(),]))"
)


class TokenKind(Enum):
    NUMBER = "number"
    NAME = "name"
    QUOTED = "quoted"
    SIGN = "sign"
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    """`position` counts characters from 1."""

    kind: TokenKind
    text: str
    position: int


def tokens_of(text: str) -> tuple[Token, ...]:
    """Ends with a token of kind END. Raises InvalidRule formula_too_long, formula_syntax (position, found)."""
    if len(text) > MAX_TEXT:
        raise invalid_rule("formula_too_long", length=len(text), allowed=MAX_TEXT)
    found, at, end = [], 0, len(text.rstrip())
    while at < end:
        match = _TOKEN.match(text, at)
        if match is None:
            start = at + len(text[at:]) - len(text[at:].lstrip())
            raise invalid_rule("formula_syntax", position=start + 1, found=text[start])
        kind = str(match.lastgroup)
        found.append(Token(TokenKind(kind), match[kind].strip(), match.start(kind) + 1))
        at = match.end()
    return (*found, Token(TokenKind.END, "", end + 1))
