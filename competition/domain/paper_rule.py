"""How an aspect is marked, in a few words of both languages, for a judge with a pen."""

from collections.abc import Callable, Mapping
from typing import Any

Rule = Mapping[str, Any]


def marking_lines(rule: Rule) -> list[str]:
    """`rule` is the stored JSON of `scoring.aspects`; what follows from other aspects has nothing to write."""
    lines = _LINES.get(rule["kind"])
    return lines(rule) if lines else ["自动计算，不填写 Computed, leave empty"]


def _step(step: Rule) -> str:
    label = f"（{step['label']}）" if step.get("label") else ""
    return f"{step['value']} → {step['points']} 分 points{label}"


def _tolerance(rule: Rule) -> list[str]:
    value = f"记录测量值 Record the value；标称 nominal {rule['nominal']} {rule.get('unit', '')}"
    return [value.strip(), "；".join(_band(band) for band in rule["bands"])]


def _band(band: Rule) -> str:
    limits = f"±{band['within']}" if "within" in band else f"+{band['plus']}/-{band['minus']}"
    return f"{limits} → {band['points']} 分 points"


def _violation(rule: Rule) -> list[str]:
    text = f"记录次数 Count；每次 each −{rule['each']} 分 points"
    if rule.get("most"):
        text += f"，最多 at most −{rule['most']}"
    if rule.get("disqualifies_at"):
        text += f"；达 {rule['disqualifies_at']} 次取消资格 times: disqualified"
    return [text]


_LINES: Mapping[str, Callable[[Rule], list[str]]] = {
    "binary": lambda _: ["是 Yes（满分 full）／否 No（0）"],
    "steps": lambda rule: ["；".join(_step(step) for step in rule["steps"])],
    "judgement": lambda rule: [f"{score}　{text}" for score, text in enumerate(rule["benchmarks"])],
    "tolerance": _tolerance,
    "range": lambda rule: [f"{rule['min']}–{rule['max']} 分 points，步长 step {rule['step']}"],
    "free": lambda rule: [f"{rule['min']}–{rule['max']} 分 points"],
    "time": lambda rule: [
        f"记录用时（秒）Record seconds；≤ {rule['target']} 满分 full，≥ {rule['limit']} 零分 none"
    ],
    "time_steps": lambda rule: [
        "；".join(f"≤ {step['within']} 秒 s → {step['points']} 分 points" for step in rule["steps"])
    ],
    "violation": _violation,
    "measure": lambda rule: [f"记录测量值 Record the value {rule.get('unit', '')}".strip()],
}
