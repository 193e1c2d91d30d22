"""Why a mark is refused: what happened and what the judge can do, in both languages."""

from typing import Final

from common.errors import Problem, ProblemType, problem
from competition.domain.plain_text import printable
from scoring.errors import InvalidMark

SHEET_NOT_YOURS = problem(
    "sheet_not_yours",
    403,
    "此评分表不属于您。请在您自己的平板上评分，或请裁判长核对分工。",
    "This sheet is not yours. Please mark on your own tablet, or ask the chief judge to check the panel.",
)
EVENT_NOT_MARKING = problem(
    "event_not_marking",
    409,
    "本赛项不在评分阶段，本次操作未生效。如有疑问请联系裁判长。",
    "This event is not being marked now, so this has no effect. If in doubt, please ask the chief judge.",
)
SHEET_SIGNED = problem(
    "sheet_signed",
    409,
    "此评分表已签字，未记入成绩，已作为凭据保留。如需更改，请裁判长重新开启。",
    "This sheet is signed. The mark does not count but is kept as evidence; to change it, ask the chief judge to reopen the sheet.",
)
ASPECT_NOT_ON_SHEET = problem(
    "aspect_not_on_sheet",
    422,
    "此评分项不在这张评分表上。请刷新评分表后重试。",
    "This aspect is not on this sheet. Please refresh the sheet and try again.",
)
MARK_ID_REUSED = problem(
    "mark_id_reused",
    409,
    "同一编号已记录过另一分值，原分值不变。请重新打一次分。",
    "This mark's id already stands for another mark, which is unchanged. Please enter the mark again.",
)
MARK_EMPTY = problem(
    "mark_empty",
    422,
    "没有分值。请打分，或选择缺考等情况。",
    "There is no value. Please enter one, or choose a reason such as absent.",
)
MARK_VALUE_AND_SPECIAL = problem(
    "mark_value_and_special",
    422,
    "分值与“{special}”不能同时填写，请只保留一项。",
    "A value and “{special}” cannot be given together. Please keep one of them.",
)
MARK_SPECIAL_UNKNOWN = problem(
    "mark_special_unknown",
    422,
    "无法识别“{special}”，可选：缺考、取消资格、未评分。",
    "“{special}” is not known. Choose absent, disqualified or not marked.",
)
MARK_REFUSED = problem(
    "mark_refused",
    422,
    "此分值不符合评分规则（{reason}），请核对后重打。",
    "This value does not fit the aspect's rule ({reason}). Please check and enter it again.",
)

# By the code that scoring gives; the braces are its data.
_BY_SCORING_CODE: Final[dict[str, ProblemType]] = {
    found.code: found
    for found in (
        problem(
            "mark_above_maximum",
            422,
            "{value} 超过最高分 {maximum}。",
            "{value} is above the maximum of {maximum}.",
        ),
        problem(
            "mark_below_minimum",
            422,
            "{value} 低于最低分 {minimum}。",
            "{value} is below the minimum of {minimum}.",
        ),
        problem(
            "mark_off_step",
            422,
            "{value} 不在 {step} 分一档的刻度上，可打 {lower} 或 {upper}。",
            "{value} is not on a step of {step}; give {lower} or {upper}.",
        ),
        problem(
            "mark_not_a_step",
            422,
            "{value} 不是可选档位，可选：{allowed}。",
            "{value} is not one of the steps: {allowed}.",
        ),
        problem("mark_not_yes_or_no", 422, "此项只能选“是”或“否”。", "Only yes or no can be given here."),
        problem(
            "judgement_not_0_to_3", 422, "此项只能打 0、1、2、3。", "Only 0, 1, 2 or 3 can be given here."
        ),
        problem(
            "mark_not_a_number",
            422,
            "“{value}”不是数字，请重新输入。",
            "“{value}” is not a number. Please enter it again.",
        ),
        problem(
            "aspect_is_computed",
            422,
            "此项由系统按公式计算（{formula}），无需也不能打分。",
            "This aspect is computed ({formula}); it is not marked.",
        ),
        problem(
            "mark_not_whole",
            422,
            "次数应为整数，{value} 不行。",
            "Times are counted in whole numbers, not {value}.",
        ),
        problem(
            "time_negative",
            422,
            "用时不能为负（{value}）。",
            "A time cannot be below zero ({value}).",
        ),
        problem(
            "mark_too_large",
            422,
            "数字过大，请核对后重新输入。",
            "The number is too large. Please check and enter it again.",
        ),
        problem(
            "mark_too_precise",
            422,
            "小数位过多，最多 {places} 位。",
            "There are too many decimals; {places} at most.",
        ),
    )
}
LONGEST: Final = 24  # characters of a value that a sentence repeats


def shortened(text: str) -> str:
    return printable(text if len(text) <= LONGEST else f"{text[:LONGEST]}…")


def as_problem(error: InvalidMark) -> Problem:
    data = {key: shortened(value) if key == "value" else value for key, value in error.data.items()}
    kind = _BY_SCORING_CODE.get(error.code)
    return kind(**data) if kind else MARK_REFUSED(reason=error.code)
