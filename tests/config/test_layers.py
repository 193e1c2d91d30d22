"""What import-linter does not say: sizes, endpoint length, and that no address of a registry is committed."""

import ast
from pathlib import Path
from typing import TypeGuard

import pytest

ROOT = Path(__file__).resolve().parents[2]
APPS = ("config", "competition", "exams", "certificates", "people", "common", "scoring")
SOURCES = [
    path for app in APPS for path in sorted((ROOT / app).rglob("*.py")) if "migrations" not in path.parts
]
PAGES = sorted((ROOT / "frontend" / "src").rglob("*.vue"))


def test_no_python_file_is_over_400_lines() -> None:
    assert [path.name for path in SOURCES if len(path.read_text().splitlines()) > 400] == []


def test_no_vue_file_is_over_250_lines() -> None:
    assert [path.name for path in PAGES if len(path.read_text().splitlines()) > 250] == []


def _is_endpoint(node: ast.AST) -> TypeGuard[ast.FunctionDef]:
    return isinstance(node, ast.FunctionDef) and any(
        isinstance(mark, ast.Call)
        and isinstance(mark.func, ast.Attribute)
        and mark.func.attr in {"get", "post", "put", "patch", "delete"}
        for mark in node.decorator_list
    )


def endpoints() -> list[tuple[str, ast.FunctionDef]]:
    return [
        (f"{path.relative_to(ROOT)}:{node.name}", node)
        for path in SOURCES
        if "api" in path.parts
        for node in ast.walk(ast.parse(path.read_text()))
        if _is_endpoint(node)
    ]


def test_an_endpoint_has_at_most_15_lines() -> None:
    long = {name: node.end_lineno - node.lineno + 1 for name, node in endpoints() if node.end_lineno}
    assert {name: lines for name, lines in long.items() if lines > 15} == {}


def test_every_endpoint_names_its_operation() -> None:
    nameless = [
        name
        for name, node in endpoints()
        if not any(
            keyword.arg == "operation_id"
            for mark in node.decorator_list
            if isinstance(mark, ast.Call)
            for keyword in mark.keywords
        )
    ]
    assert nameless == []


def test_actions_are_keyword_only() -> None:
    """A public function of an action module that takes an actor takes nothing by position."""
    positional = [
        f"{path.relative_to(ROOT)}:{node.name}"
        for path in SOURCES
        if "actions" in path.parts
        for node in ast.parse(path.read_text()).body
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("_")
        and "actor" in [argument.arg for argument in (*node.args.args, *node.args.kwonlyargs)]
        and node.args.args
    ]
    assert positional == []


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock", "frontend/package-lock.json"])
def test_lock_files_name_no_registry(name: str) -> None:
    text = (ROOT / name).read_text()
    assert [
        word
        for word in ('"resolved"', "--index-url", "--find-links", "pypi.org", "registry.")
        if word in text
    ] == []


def test_pure_code_never_asks_what_time_it_is() -> None:
    """`datetime` may be used as a type and for sums; the time itself is an argument."""
    asking = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in SOURCES
        if "scoring" in path.parts or "domain" in path.parts
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute) and node.attr in {"now", "today", "utcnow"}
    ]
    assert asking == []
