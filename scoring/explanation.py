"""Why a value is what it is, as data."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Explanation:
    """One step. `code`, `rule` and the keys of `inputs` are stable words that a screen translates; all values are text.

    `code` is what is explained (total, module, criterion, sub_criterion, aspect, judge_mark, reference; the other
    forms of contest name theirs), `value` a decimal or a special value's code.
    """

    code: str
    rule: str
    value: str
    inputs: Mapping[str, str] = field(default_factory=dict)
    steps: tuple["Explanation", ...] = ()

    def as_json(self) -> dict[str, object]:
        """`{"code","rule","value","inputs","steps":[…]}`, ready for json.dumps."""
        return {
            "code": self.code,
            "rule": self.rule,
            "value": self.value,
            "inputs": dict(self.inputs),
            "steps": [step.as_json() for step in self.steps],
        }
