"""Errors carry a stable code and data as text; the caller words and translates them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from scoring.text import plain


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person can put right. `where` holds codes of module, criterion, sub_criterion, aspect."""

    code: str
    data: Mapping[str, str] = field(default_factory=dict)
    where: Mapping[str, str] = field(default_factory=dict)


class ScoringError(ValueError):
    """Base of the errors of this package; `problem` says what is wrong."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code, dict(problem.data))
        self.problem = problem

    @property
    def code(self) -> str:
        return self.problem.code

    @property
    def data(self) -> Mapping[str, str]:
        return self.problem.data


class InvalidMark(ScoringError):  # noqa: N818 - the name of the thing, as in the rule book
    """A raw value that the rule of its aspect does not allow."""


class InvalidRule(ScoringError):  # noqa: N818
    """Stored JSON that is not a rule, scheme, tie key or award of this package."""


def invalid_mark(code: str, /, **data: object) -> InvalidMark:
    return InvalidMark(Problem(code, {key: _text(value) for key, value in data.items()}))


def invalid_rule(code: str, /, **data: object) -> InvalidRule:
    return InvalidRule(Problem(code, {key: _text(value) for key, value in data.items()}))


def _text(value: object) -> str:
    return plain(value) if isinstance(value, Decimal) else str(value)
