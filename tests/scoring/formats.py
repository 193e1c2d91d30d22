"""Reading the golden cases of contests that are not marked on sheets of aspects."""

from decimal import Decimal
from typing import Any

from scoring.formats.index_contest import Deduct, Direction, Index, IndexStep, Ratio, StepFormula
from scoring.formats.index_contest.index import Formula
from scoring.formats.teaching import Item, Section, TimeDeduction
from scoring.rounding import WholeRounding


def decimals(data: Any) -> Any:
    """Every text a decimal, whatever it stands in."""
    return {key: decimals(value) for key, value in data.items()} if isinstance(data, dict) else Decimal(data)


def optional(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def formula(data: dict[str, Any]) -> Formula:
    if data["kind"] == "ratio":
        return Ratio()
    if data["kind"] == "step":
        return StepFormula(tuple(IndexStep(Decimal(s["at"]), Decimal(s["points"])) for s in data["steps"]))
    rounding = WholeRounding(data["rounding"]) if "rounding" in data else None
    return Deduct(Decimal(data["points"]), Decimal(data["per"]), rounding)


def index(data: dict[str, Any]) -> Index:
    return Index(
        data["name"],
        Direction(data["direction"]),
        Decimal(data["target"]),
        Decimal(data["full_points"]),
        formula(data["formula"]),
        optional(data.get("cap")),
        Decimal(data.get("floor", "0")),
    )


def section(data: dict[str, Any]) -> Section:
    items = tuple(Item(code, Decimal(low), Decimal(high)) for code, low, high in data["items"])
    time = TimeDeduction(**decimals(data["time"])) if "time" in data else None
    return Section(data["code"], Decimal(data["weight"]), items, time)
