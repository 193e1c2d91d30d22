"""The value of a formula, exact."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from operator import add, mul, sub, truediv
from typing import Final

from scoring.formula.nodes import Call, Expression, Negated, Number, Operation, Reference

_OPERATORS: Final[Mapping[str, Callable[[Fraction, Fraction], Fraction]]] = {
    "+": add,
    "-": sub,
    "*": mul,
    "/": truediv,
}


def evaluate(expression: Expression, values: Mapping[str, Decimal]) -> Fraction:
    """Not rounded. Raises ZeroDivisionError, and KeyError for a code without a value."""
    match expression:
        case Number(value):
            return Fraction(value)
        case Reference(code):
            return Fraction(values[code])
        case Negated(operand):
            return -evaluate(operand, values)
        case Operation(operator, left, right):
            return _OPERATORS[operator](evaluate(left, values), evaluate(right, values))
    return _called(expression, [evaluate(argument, values) for argument in expression.arguments])


def _called(call: Call, numbers: list[Fraction]) -> Fraction:
    if call.function == "sum":
        return sum(numbers, Fraction())
    return min(numbers) if call.function == "min" else max(numbers)
