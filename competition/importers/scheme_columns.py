"""The columns A–K of the CIS marking-scheme sheet, with Chinese headings, and what can be wrong in a row."""

from common.errors import problem
from common.spreadsheets import Column
from common.text import Text

SHEET_NAME = "CIS Marking Scheme Import"

COLUMNS = (
    Column("sub_criterion_id", Text("子项编号", "Sub Criterion ID"), ("子标准编号", "编号"), required=True),
    Column(
        "sub_criterion_name",
        Text("子项名称", "Sub Criterion Name or Description"),
        ("子标准名称", "子项名称或描述", "Sub Criterion Name"),
        required=True,
    ),
    Column("day", Text("评分日", "Day of Marking"), ("评分日期", "比赛日")),
    Column(
        "aspect_type",
        Text("类型 (M/J)", "Aspect Type (M or J)"),
        ("评分类型", "评分点类型", "Aspect Type"),
        required=True,
    ),
    Column(
        "description",
        Text("评分点描述", "Aspect - Description"),
        ("评分点", "评分内容", "评分项描述"),
        required=True,
    ),
    Column("judgement_score", Text("评判分值", "Judg Score"), ("评判等级", "Judgement Score"), required=True),
    Column(
        "extra",
        Text(
            "补充说明或评判描述",
            "Extra Aspect Description (Meas or Judg) OR Judgement Score Description (Judg only)",
        ),
        ("补充说明", "评判描述", "Extra Aspect Description"),
        required=True,
    ),
    Column("requirement", Text("要求（仅测量）", "Requirement (Measurement Only)"), ("技术要求", "标准值")),
    Column("wsss_section", Text("WSSS 章节", "WSSS Section"), ("职业标准章节",)),
    Column("calculation_row", Text("计算行（仅导出）", "Calculation Row (Export only)")),
    Column("max_mark", Text("配分", "Max Mark"), ("分值", "最高分", "满分"), required=True),
)

SUB_CRITERION_ID_INVALID = problem(
    "sub_criterion_id_invalid",
    422,
    "编号“{value}”不符合格式，应为字母加数字，如 A1。",
    "“{value}” is not an ID such as A1 (a letter and a number).",
)
SUB_CRITERION_TWICE = problem(
    "sub_criterion_twice",
    422,
    "编号 {value} 已在第 {first} 行出现，请使用不同的编号。",
    "The ID {value} is already in row {first}. Please use another.",
)
SUB_CRITERION_NAME_MISSING = problem(
    "sub_criterion_name_missing",
    422,
    "请填写子项 {value} 的名称。",
    "Please give sub-criterion {value} a name.",
)
ASPECT_OUTSIDE = problem(
    "aspect_outside_sub_criterion",
    422,
    "评分点前面没有子项，请先写子项行（如 A1）。",
    "There is no sub-criterion above this aspect. Please put its row (such as A1) first.",
)
ASPECT_TYPE_UNKNOWN = problem(
    "aspect_type_unknown",
    422,
    "类型“{value}”不能识别，应为 M（测量）或 J（评判）。",
    "The type “{value}” is unknown. It is M (measurement) or J (judgement).",
)
DESCRIPTION_MISSING = problem(
    "aspect_description_missing",
    422,
    "请填写评分点的描述。",
    "Please describe the aspect.",
)
MAX_MARK_INVALID = problem(
    "max_mark_invalid",
    422,
    "配分“{value}”不正确，应为 0 至 100 之间、最多两位小数的数。",
    "The maximum mark “{value}” must be a number from 0 to 100 with at most two decimals.",
)
BENCHMARK_SCORE_INVALID = problem(
    "benchmark_score_invalid",
    422,
    "评判描述的分值“{value}”不正确，应为 0、1、2、3 各一行。",
    "The score “{value}” is not right: a judgement has one row each for 0, 1, 2 and 3.",
)
BENCHMARK_OUTSIDE = problem(
    "benchmark_outside_aspect",
    422,
    "评判描述前面没有评判项（J）。",
    "There is no judgement aspect (J) above this score description.",
)
BENCHMARKS_MISSING = problem(
    "benchmarks_missing",
    422,
    "评判项下缺少分值 {scores} 的描述，须 0 至 3 分各一行。",
    "Descriptions of the scores {scores} are missing under this judgement aspect.",
)
RULE_NOT_UNDERSTOOD = problem(
    "rule_not_understood",
    422,
    "规则“{line}”不能识别。示例：公差 200 ±2 µm => 4; ±5 => 2；分档 0 => 4; 1 => 2；范围 0..10 步长 0.5；"
    "计时 5:00..10:00；违规扣分 2 最多 6；公式 (A1.1 + A1.2) / 2。",
    "The rule “{line}” cannot be read. Examples: tol 200 ±2 µm => 4; ±5 => 2 · steps 0 => 4; 1 => 2 · range 0..10 step 0.5"
    " · timed 5:00..10:00 · violation 2 most 6 · formula (A1.1 + A1.2) / 2",
)
ROW_NOT_UNDERSTOOD = problem(
    "scheme_row_not_understood",
    422,
    "这一行既不是子项、评分点，也不是评判描述，请检查。",
    "This row is neither a sub-criterion, an aspect nor a score description. Please check it.",
)
