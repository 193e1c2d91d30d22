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
    "places_out_of_range": (
        "评分点 {aspect} 的小数位为 {places}，最多 {allowed} 位。",
        "Aspect {aspect} asks for {places} decimals; at most {allowed} are possible.",
    ),
    "time_limit_not_after_target": (
        "评分点 {aspect} 的零分用时 {limit} 秒应大于满分用时 {target} 秒。",
        "In aspect {aspect} the time for no points ({limit} s) must be longer than that for full points ({target} s).",
    ),
    "time_steps_not_in_order": (
        "评分点 {aspect} 的计时分档应由快到慢、分值由高到低，请检查 {within} 秒一档。",
        "The times of aspect {aspect} must go from fast to slow and from more points to fewer; see {within} s.",
    ),
    "violation_with_maximum": (
        "违规扣分项 {aspect} 只扣分，配分应为 0，现为 {max_mark}。",
        "Aspect {aspect} only deducts; its maximum mark must be 0, not {max_mark}.",
    ),
    "violation_without_effect": (
        "违规扣分项 {aspect} 每次扣 {each} 分，没有效果；请填大于 0 的分值。",
        "Aspect {aspect} deducts {each} each time, which has no effect; give a number above 0.",
    ),
    "violation_most_below_each": (
        "违规扣分项 {aspect} 最多扣 {most} 分，少于每次所扣的 {each} 分。",
        "Aspect {aspect} deducts at most {most}, less than the {each} of one violation.",
    ),
    "violation_count_not_positive": (
        "违规扣分项 {aspect} 的取消资格次数应至少为 1，现为 {disqualifies_at}。",
        "Aspect {aspect} disqualifies from {disqualifies_at} violations on; it must be at least 1.",
    ),
    "measure_with_maximum": (
        "读数项 {aspect} 本身不得分，配分应为 0，现为 {max_mark}；分值由读取它的公式给出。",
        "Aspect {aspect} is a value to read and gives no points; its maximum mark must be 0, not {max_mark}.",
    ),
    "measure_unused": (
        "读数项 {aspect} 没有公式使用，请补上公式或删去此项。",
        "No formula reads the value of aspect {aspect}. Please add one, or remove the aspect.",
    ),
    "formula_syntax": (
        "评分点 {aspect} 的公式在第 {position} 个字符“{found}”处看不懂。可用 + - * / ( ) min max sum、数字和评分点编号。",
        "The formula of aspect {aspect} cannot be read at character {position} (“{found}”); use + - * / ( ) min max sum.",
    ),
    "formula_too_long": (
        "评分点 {aspect} 的公式有 {length} 个字符，最多 {allowed} 个。",
        "The formula of aspect {aspect} has {length} characters; at most {allowed} are possible.",
    ),
    "formula_too_deep": (
        "评分点 {aspect} 的公式括号嵌套过深，最多 {allowed} 层。",
        "The brackets in the formula of aspect {aspect} are nested too deeply; at most {allowed} levels are possible.",
    ),
    "formula_reads_nothing": (
        "评分点 {aspect} 的公式“{formula}”没有用到任何评分点。",
        "The formula of aspect {aspect}, “{formula}”, reads no aspect.",
    ),
    "formula_reference_unknown": (
        "评分点 {aspect} 用到的 {unknown} 不在本模块内。",
        "Aspect {aspect} reads {unknown}, which is not in this module.",
    ),
    "formula_cycle": (
        "模块 {module} 的公式互相引用成环：{cycle}。",
        "Formulas of module {module} read each other in a circle: {cycle}.",
    ),
    "best_of_count_out_of_range": (
        "评分点 {aspect} 要取 {count} 个最好成绩，但只列出 {attempts} 次。",
        "Aspect {aspect} takes the best {count} of {attempts} attempts.",
    ),
    "best_of_repeats": (
        "评分点 {aspect} 的取优项有重复：{attempts}。",
        "The attempts of aspect {aspect} are repeated: {attempts}.",
    ),
}
KINDS: dict[str, ProblemType] = {code: problem(code, 422, zh, en) for code, (zh, en) in _TEXTS.items()}


def worded(found: errors.Problem) -> Problem:
    """`where` (module, criterion, sub_criterion, aspect) and `data` together fill the sentence."""
    return KINDS[found.code](**{**found.where, **found.data})
