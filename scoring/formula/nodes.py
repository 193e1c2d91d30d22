"""What a formula is made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Number:
    value: Decimal


@dataclass(frozen=True, slots=True)
class Reference:
    """The value of the aspect `code`."""

    code: str


@dataclass(frozen=True, slots=True)
class Negated:
    operand: "Expression"


@dataclass(frozen=True, slots=True)
class Operation:
    """`operator`: + - * /."""

    operator: str
    left: "Expression"
    right: "Expression"


@dataclass(frozen=True, slots=True)
class Call:
    """`function`: min, max or sum, of at least one argument."""

    function: str
    arguments: tuple["Expression", ...]


Expression: TypeAlias = Number | Reference | Negated | Operation | Call


def references(expression: Expression) -> tuple[str, ...]:
    """Codes in the order they are first written, each once."""
    return tuple(dict.fromkeys(_codes(expression)))


def _codes(expression: Expression) -> Iterator[str]:
    match expression:
        case Reference(code):
            yield code
        case Negated(operand):
            yield from _codes(operand)
        case Operation(_, left, right):
            yield from _codes(left)
            yield from _codes(right)
        case Call(_, arguments):
            for argument in arguments:
                yield from _codes(argument)
