"""The golden cases, shared with the tablet's port (frontend/src/scoring)."""

import json
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent.parent / "golden"


def golden(name: str) -> pytest.MarkDecorator:
    cases: list[dict[str, Any]] = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    return pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in cases])
