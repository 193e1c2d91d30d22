"""Rows of a benchmark: a table on the screen and a line of JSON each in benchmarks/results/."""

import json
import os
import platform
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

RESULTS = Path(__file__).parent / "results"


@dataclass(frozen=True, slots=True)
class Row:
    """`bar`: the value must not exceed it, or reach it when `higher_is_better`. `baseline` is the peer's value."""

    name: str
    value: float
    unit: str
    bar: float | None = None
    baseline: float | None = None
    higher_is_better: bool = False

    @property
    def ok(self) -> bool | None:
        if self.bar is None:
            return None
        return self.value >= self.bar if self.higher_is_better else self.value <= self.bar

    @property
    def ratio(self) -> float | None:
        """How many times better than the baseline: 2 is twice as good, either way round."""
        if not self.baseline or not self.value:
            return None
        return self.value / self.baseline if self.higher_is_better else self.baseline / self.value


def machine() -> dict[str, str | int]:
    return {
        "cpu": _cpu(),
        "cores": os.cpu_count() or 0,
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
    }


def _cpu() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text("utf-8").splitlines() if info.exists() else []
    named = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return named[0] if named else platform.processor()


def report(benchmark: str, rows: Iterable[Row]) -> bool:
    """Prints the table, replaces results/<benchmark>.jsonl, and says whether every bar is met."""
    rows = list(rows)
    where = machine()
    RESULTS.mkdir(exist_ok=True)
    lines = [
        json.dumps({**_shown(row), "machine": where}, ensure_ascii=False, sort_keys=False) for row in rows
    ]
    (RESULTS / f"{benchmark}.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    print(table(rows))
    return all(row.ok is not False for row in rows)


def _shown(row: Row) -> dict[str, object]:
    fields = asdict(row)
    del fields["higher_is_better"]
    ratio = None if row.ratio is None else round(row.ratio, 2)
    return {**fields, "value": round(row.value, 4), "ok": row.ok, "ratio": ratio}


def table(rows: Iterable[Row]) -> str:
    head = ("name", "value", "unit", "bar", "ok", "baseline", "ratio")
    body = [
        (
            row.name,
            _number(row.value),
            row.unit,
            _number(row.bar),
            {True: "yes", False: "NO", None: ""}[row.ok],
            _number(row.baseline),
            _number(row.ratio),
        )
        for row in rows
    ]
    widths = [max(len(line[column]) for line in (head, *body)) for column in range(len(head))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in (head, *body)
    )


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.4g}" if abs(value) < 10_000 else f"{value:,.0f}"
