from collections.abc import Sequence

from common.errors import problem
from competition.domain.ladder import ladder
from competition.domain.plain_text import printable
from scoring.errors import InvalidRule

TIE_KEY_UNKNOWN = problem(
    "tie_key_unknown",
    422,
    "无法识别的同分规则：{keys}。可用：total、kind:practice、kind:theory、module:模块代码、criterion:模块/标准、unresolved（最后）。",
    "These tie rules cannot be read: {keys}. Known are total, kind:practice, kind:theory, module:CODE, criterion:MODULE/CODE, "
    "and unresolved as the last one.",
)


def check_tie_keys(keys: Sequence[str]) -> None:
    """Raises tie_key_unknown, so that a board never meets a ladder it cannot climb."""
    try:
        ladder(keys)
    except InvalidRule:
        raise TIE_KEY_UNKNOWN(keys=printable(", ".join(keys))) from None
