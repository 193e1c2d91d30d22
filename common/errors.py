"""Two families of error.

`Problem` is what a person can mend: it has a code, data, and a sentence in both languages that
says what happened and what to do. Everything else is a fault of ours and becomes `internal_error`.
Each app declares its problems next to the rule that raises them: `MARK_ABOVE_MAXIMUM = problem(...)`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from common.text import Text


@dataclass(frozen=True, slots=True)
class ProblemType:
    code: str
    status: int
    title: Text

    def __call__(self, **data: Any) -> "Problem":
        """The error to raise; `data` fills the braces of the sentence and goes out with it."""
        return Problem(self, data)


class Problem(Exception):  # noqa: N818
    def __init__(self, kind: ProblemType, data: Mapping[str, Any]) -> None:
        self.kind = kind
        self.data = dict(data)
        super().__init__(kind.code, self.data)

    @property
    def code(self) -> str:
        return self.kind.code

    @property
    def detail(self) -> str:
        return self.kind.title.format(**self.data)

    def as_json(self) -> dict[str, Any]:
        return {
            "type": f"urn:jiangxin:problem:{self.code}",
            "title": self.detail,
            "status": self.kind.status,
            "code": self.code,
            "detail": self.detail,
            "data": self.data,
        }


PROBLEMS: dict[str, ProblemType] = {}


def problem(code: str, status: int, zh: str, en: str) -> ProblemType:
    """Declare a problem once; a second declaration of the same code is refused."""
    if code in PROBLEMS:
        msg = f"problem {code} is declared twice"
        raise ValueError(msg)
    PROBLEMS[code] = ProblemType(code, status, Text(zh, en))
    return PROBLEMS[code]


NOT_FOUND = problem(
    "not_found",
    404,
    "没有找到。可能已被删除，或您没有查看权限。",
    "Not found. It may have been deleted, or you may not see it.",
)
NOT_SIGNED_IN = problem("not_signed_in", 401, "请先登录，再重试。", "Please sign in, then try again.")
NOT_ALLOWED = problem(
    "not_allowed",
    403,
    "您没有此操作的权限，请联系赛事管理员。",
    "You may not do this. Please ask the organiser.",
)
INVALID_INPUT = problem(
    "invalid_input",
    422,
    "有内容填写不正确，请按提示修改。",
    "Some fields are not right. Please mend what is named.",
)
CSRF_FAILED = problem(
    "csrf_failed",
    403,
    "页面已过期，请刷新后重试。",
    "This page has expired. Please reload it and try again.",
)
CONFLICT = problem(
    "changed_meanwhile",
    409,
    "内容刚刚被他人修改，请刷新后重试。",
    "Somebody else has just changed this. Please reload and try again.",
)
TOO_MANY_REQUESTS = problem(
    "too_many_requests",
    429,
    "操作过于频繁，请 {seconds} 秒后重试。",
    "Too many attempts. Please try again in {seconds} seconds.",
)
INTERNAL_ERROR = problem(
    "internal_error",
    500,
    "系统出错，未作任何修改。请稍后重试；如仍出错，请把编号 {reference} 告诉管理员。",
    "Something went wrong on our side and nothing was changed. Please try again; if it persists, quote {reference}.",
)
BAD_REQUEST = problem(
    "bad_request",
    400,
    "请求内容无法识别，请刷新页面后重试。",
    "The request could not be read. Please reload and try again.",
)


def problem_for_status(status: int) -> Problem:
    """The general problem for an HTTP status that a library decided on."""
    kinds = {401: NOT_SIGNED_IN, 403: NOT_ALLOWED, 404: NOT_FOUND, 409: CONFLICT, 422: INVALID_INPUT}
    return kinds.get(status, BAD_REQUEST)()
