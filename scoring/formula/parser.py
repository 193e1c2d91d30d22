"""From the text of a formula to its tree: precedence climbing, nothing is ever executed."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from scoring.errors import InvalidRule, invalid_rule
from scoring.formula.nodes import Call, Expression, Negated, Number, Operation, Reference
from scoring.formula.tokens import Token, TokenKind, tokens_of

FUNCTIONS: Final = ("min", "max", "sum")
MAX_DEPTH: Final = 30
_LOOSE: Final = ("+", "-")
_TIGHT: Final = ("*", "/")


def parse(text: str) -> Expression:
    """`max(A1, A2) * 0.5 + [A-3]`; a code with signs or blanks in it stands in brackets.

    Raises InvalidRule formula_syntax (position, found), formula_too_deep, formula_too_long.
    """
    parser = _Parser(tokens_of(text))
    tree = parser.expression(0)
    if parser.token.kind is not TokenKind.END:
        raise parser.unexpected()
    return tree


@dataclass(slots=True)
class _Parser:
    tokens: tuple[Token, ...]
    at: int = 0

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def unexpected(self) -> InvalidRule:
        return invalid_rule("formula_syntax", position=self.token.position, found=self.token.text)

    def take(self, *signs: str) -> str | None:
        """The sign when it is one of `signs` and is passed, else None."""
        token = self.token
        if token.kind is not TokenKind.SIGN or token.text not in signs:
            return None
        self.at += 1
        return token.text

    def need(self, sign: str) -> None:
        if self.take(sign) is None:
            raise self.unexpected()

    def expression(self, depth: int) -> Expression:
        left = self.term(depth)
        while sign := self.take(*_LOOSE):
            left = Operation(sign, left, self.term(depth))
        return left

    def term(self, depth: int) -> Expression:
        left = self.factor(depth)
        while sign := self.take(*_TIGHT):
            left = Operation(sign, left, self.factor(depth))
        return left

    def factor(self, depth: int) -> Expression:
        if depth >= MAX_DEPTH:
            raise invalid_rule("formula_too_deep", allowed=MAX_DEPTH)
        if self.take("-"):
            return Negated(self.factor(depth + 1))
        if self.take("("):
            inner = self.expression(depth + 1)
            self.need(")")
            return inner
        return self.word(depth)

    def word(self, depth: int) -> Expression:
        token = self.token
        if token.kind in {TokenKind.SIGN, TokenKind.END}:
            raise self.unexpected()
        self.at += 1
        if token.kind is TokenKind.NUMBER:
            return Number(Decimal(token.text))
        if token.kind is TokenKind.NAME and token.text in FUNCTIONS:
            return Call(token.text, self.arguments(depth))
        return Reference(token.text)

    def arguments(self, depth: int) -> tuple[Expression, ...]:
        self.need("(")
        found = [self.expression(depth + 1)]
        while self.take(","):
            found.append(self.expression(depth + 1))
        self.need(")")
        return tuple(found)
