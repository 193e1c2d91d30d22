"""How every app speaks HTTP: problems as problem+json, lists as pages."""

from common.api.pages import Page, paginate
from common.api.problems import install_problem_handlers

__all__ = ["Page", "install_problem_handlers", "paginate"]
