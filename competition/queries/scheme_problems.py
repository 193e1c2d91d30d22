"""The problems `scoring` finds in a scheme, in words for the organiser."""

from common.errors import Problem, ProblemType, problem
from scoring import errors

_TEXTS = {
    "scheme_empty": (
        "还没有评分标准，请先导入。",
        "There is no marking scheme yet. Please import one.",
    ),
    "weights_not_100": (
        "各模块权重之和为 {sum}，应为 100。",
        "The module weights add up to {sum}; they must add up to 100.",
    ),
    "weight_not_positive": (
        "模块 {module} 的权重为 {weight}，应大于 0。",
        "The weight of module {module} is {weight}; it must be above 0.",
    ),
    "duplicate_code": (
        "编号 {code} 出现了 {times} 次，请使用不同的编号。",
        "The code {code} occurs {times} times. Please use different codes.",
    ),
    "module_empty": (
        "模块 {module} 没有评分项，请导入评分标准。",
        "Module {module} has nothing to mark. Please import its scheme.",
    ),
    "module_without_maximum": (
        "模块 {module} 的配分合计为 0。",
        "The marks of module {module} add up to 0.",
    ),
    "imported_maximum_not_positive": (
        "模块 {module} 的满分应大于 0。",
        "The maximum of module {module} must be above 0.",
    ),
    "criterion_empty": (
        "评分标准 {criterion} 下没有子项。",
        "Criterion {criterion} has no sub-criteria.",
    ),
    "sub_criterion_empty": (
        "子项 {sub_criterion} 下没有评分点。",
        "Sub-criterion {sub_criterion} has no aspects.",
    ),
    "aspect_without_maximum": (
        "评分点 {aspect} 的配分为 {max_mark}，应大于 0。",
        "The maximum mark of aspect {aspect} is {max_mark}; it must be above 0.",
    ),
    "points_above_maximum": (
        "评分点 {aspect} 的规则最高给 {points} 分，超过了配分 {maximum}。",
        "The rule of aspect {aspect} can give {points}, above the maximum mark of {maximum}.",
    ),
    "maximum_not_reachable": (
        "评分点 {aspect} 的规则最高只给 {points} 分，达不到配分 {maximum}。",
        "The rule of aspect {aspect} gives at most {points}, so its maximum mark of {maximum} cannot be reached.",
    ),
    "bands_missing": (
        "评分点 {aspect} 没有公差带。",
        "Aspect {aspect} has no tolerance band.",
    ),
    "band_negative": (
        "评分点 {aspect} 的公差不能为负。",
        "A tolerance of aspect {aspect} is negative.",
    ),
    "bands_not_in_order": (
        "评分点 {aspect} 的公差带应由严到宽、分值由高到低。",
        "The bands of aspect {aspect} must go from narrow to wide and from more points to fewer.",
    ),
    "steps_missing": (
        "评分点 {aspect} 没有分档。",
        "Aspect {aspect} has no steps.",
    ),
    "step_values_repeat": (
        "评分点 {aspect} 的分档有重复的取值：{values}。",
        "Steps of aspect {aspect} repeat a value: {values}.",
    ),
    "range_empty": (
        "评分点 {aspect} 的分值范围为空：{minimum} 至 {maximum}。",
        "The range of aspect {aspect} is empty: {minimum} to {maximum}.",
    ),
    "range_step_not_positive": (
        "评分点 {aspect} 的步长应大于 0。",
        "The step of aspect {aspect} must be above 0.",
    ),
    "range_step_misses_maximum": (
        "评分点 {aspect} 按步长 {step} 到不了 {maximum} 分。",
        "In steps of {step}, aspect {aspect} never reaches {maximum}.",
    ),
    "judgement_without_benchmarks": (
        "评判项 {aspect} 需要 0 至 3 分各一条描述，现有 {described} 条。",
        "Judgement aspect {aspect} needs a description of each score 0 to 3; it has {described}.",
    ),
    "judgement_spread_out_of_range": (
        "评判项 {aspect} 的允许分差应为 0 至 3。",
        "The spread allowed for aspect {aspect} must be from 0 to 3.",
    ),
}
KINDS: dict[str, ProblemType] = {code: problem(code, 422, zh, en) for code, (zh, en) in _TEXTS.items()}


def worded(found: errors.Problem) -> Problem:
    """`where` (module, criterion, sub_criterion, aspect) and `data` together fill the sentence."""
    return KINDS[found.code](**{**found.where, **found.data})
