"""Headings of a roster as offices write them, and what can be wrong in a row."""

from common.errors import problem
from common.spreadsheets import Column
from common.text import Text

COLUMNS = (
    Column("name", Text("姓名", "Name"), ("选手姓名", "参赛人员姓名", "名字", "Full name"), required=True),
    Column(
        "identity_number",
        Text("证件号码", "ID number"),
        (
            "身份证号",
            "身份证号码",
            "居民身份证号码",
            "证件号",
            "公民身份号码",
            "Identity number",
            "ID card number",
        ),
        required=True,
    ),
    Column(
        "delegation",
        Text("代表队", "Delegation"),
        ("参赛队", "代表队名称", "参赛代表队", "所属代表队", "队伍", "Team"),
        required=True,
    ),
    Column("employer", Text("单位", "Employer"), ("工作单位", "所在单位", "单位名称", "公司", "Company")),
    Column(
        "phone",
        Text("手机号码", "Phone"),
        ("手机", "手机号", "联系电话", "电话", "联系方式", "Mobile", "Phone number"),
    ),
    Column("name_en", Text("英文名", "English name"), ("英文姓名", "姓名拼音", "拼音", "Name in English")),
    Column(
        "number",
        Text("参赛编号", "Entry number"),
        ("参赛号", "选手编号", "参赛号码", "Number", "Bib number"),
    ),
    Column(
        "theory_score",
        Text("理论成绩", "Theory score"),
        ("理论分数", "理论得分", "理论考试成绩", "理论知识成绩", "Theory"),
    ),
    Column("gender", Text("性别", "Gender"), ("Sex",)),
)

VALUE_MISSING = problem(
    "value_missing",
    422,
    "“{field}”为空，请填写。",
    "“{field}” is empty. Please fill it in.",
)
VALUE_TOO_LONG = problem(
    "value_too_long",
    422,
    "“{field}”超过 {limit} 个字，请缩短。",
    "“{field}” is longer than {limit} characters. Please shorten it.",
)
NAME_INVALID = problem(
    "name_invalid",
    422,
    "姓名含有数字或特殊符号，请核对。",
    "The name holds digits or signs. Please check it.",
)
PHONE_INVALID = problem(
    "phone_invalid",
    422,
    "手机号码格式不正确，应为 11 位数字。",
    "The phone number is not right: a mobile number has 11 digits.",
)
NUMBER_INVALID = problem(
    "entry_number_invalid",
    422,
    "参赛编号只能用字母、数字和连字符，最多 12 位。",
    "An entry number has at most 12 letters, digits or hyphens.",
)
THEORY_INVALID = problem(
    "theory_score_invalid",
    422,
    "理论成绩“{value}”不正确，应为 0 至 100、最多两位小数，或填“缺考”。",
    "The theory score “{value}” is not right: 0 to 100 with at most two decimals, or “absent”.",
)
IDENTITY_TWICE = problem(
    "identity_twice",
    422,
    "证件号码与第 {first} 行相同，请删去重复的一行。",
    "This ID number is already in row {first}. Please delete one of the rows.",
)
NUMBER_TWICE = problem(
    "entry_number_twice",
    422,
    "参赛编号 {number} 与第 {first} 行相同，请更换。",
    "Entry number {number} is already in row {first}. Please change one of them.",
)
