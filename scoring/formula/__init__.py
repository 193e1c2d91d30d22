"""Formulas between aspects: `+ - * /`, `min max sum`, numbers and codes of aspects (docs/algorithms/formulas.md)."""

from scoring.formula.evaluation import evaluate
from scoring.formula.nodes import Expression, references
from scoring.formula.parser import parse

__all__ = ["Expression", "evaluate", "parse", "references"]
