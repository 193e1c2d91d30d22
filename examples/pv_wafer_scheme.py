"""The marking scheme of the sample contest, in the layout of the CIS sheet (columns A to K).

Sample, but meant to be right: 182 mm monocrystalline wafers of 130 µm, cut with diamond wire; limits in the range
of what the trade asks for. Values of a real contest come from its technical document.
"""

HEADING = [
    "Sub Criterion ID",
    "Sub Criterion Name or Description",
    "Day of Marking",
    "Aspect Type (M or J)",
    "Aspect - Description",
    "Judg Score",
    "Extra Aspect Description (Meas or Judg) OR Judgement Score Description (Judg only)",
    "Requirement (Measurement Only)",
    "WSSS Section",
    "Calculation Row (Export only)",
    "Max Mark",
]
Rows = list[list[str]]


def module(code: str, name: str) -> Rows:
    return [[code, name, *[""] * 9]]


def sub(code: str, name: str, day: str) -> Rows:
    return [[code, name, day, *[""] * 8]]


def measured(text: str, extra: str, requirement: str, section: str, marks: str) -> Rows:
    return [["", "", "", "M", text, "", extra, requirement, section, "", marks]]


def judged(text: str, section: str, marks: str, *levels: str) -> Rows:
    benchmarks = [["", "", "", "", "", str(score), level, *[""] * 4] for score, level in enumerate(levels)]
    return [["", "", "", "J", text, "", "", "", section, "", marks], *benchmarks]


SLICING: Rows = [
    *module("A", "硅片切割"),
    *sub("A1", "切割前准备", "C1"),
    *measured("劳动防护用品穿戴与设备点检全部完成并签字", "", "点检表 8 项齐全", "1", "2"),
    *measured(
        "晶棒上机前检查：粘接面、固化时间、棒号与晶向标识",
        "四项各自独立核对，按完成项数计分。\n分档 4 => 3 四项; 3 => 2 三项; 2 => 1 两项; 1 => 0 一项; 0 => 0 未检查",
        "4 项",
        "2",
        "3",
    ),
    *measured("线径、槽距、张力、线速度、进给速度的设定与工艺卡一致", "", "5 个参数全部一致", "2", "3"),
    *sub("A2", "切片质量", "C1"),
    *measured(
        "平均厚度：抽 10 片，每片测中心点，取平均值",
        "公差 130 ±3 µm => 8; ±5 => 5; ±8 => 2",
        "130 µm ± 8 µm",
        "3",
        "8",
    ),
    *measured(
        "总厚度变化 TTV：抽 10 片，每片测中心和四角五点，取最大值",
        "公差 0 +15/-0 µm => 6; +20/-0 => 4; +27/-0 => 2",
        "TTV ≤ 27 µm",
        "3",
        "6",
    ),
    *measured("线痕深度：取最严重一处", "公差 0 +10/-0 µm => 5; +15/-0 => 2", "≤ 15 µm", "3", "5"),
    *measured("翘曲度：抽 5 片，取最大值", "公差 0 +40/-0 µm => 3; +50/-0 => 1", "≤ 50 µm", "3", "3"),
    *measured(
        "崩边：抽 20 片，计长度 > 0.5 mm 或深度 > 0.3 mm 的处数",
        "分档 0 => 5 无崩边; 1 => 3 一处; 2 => 1 两处; 3 => 0 三处及以上",
        "0 处",
        "3",
        "5",
    ),
    *measured(
        "边长：抽 5 片，取偏差最大的一边", "公差 182 ±0.15 mm => 4; ±0.25 => 2", "182 mm ± 0.25 mm", "3", "4"
    ),
    *sub("A3", "效率与收率", "C1"),
    *measured(
        "合格片收率 = 合格片数 ÷ 理论片数 × 100 %",
        "公差 100 +0/-3 % => 8; +0/-6 => 5; +0/-10 => 2",
        "≥ 90 %",
        "4",
        "8",
    ),
    *measured(
        "用时：从装棒到下棒清点完毕（分钟）",
        "非选手原因的停机时间由裁判扣除。\n公差 0 +110/-0 min => 5; +120/-0 => 3",
        "≤ 120 min",
        "4",
        "5",
    ),
    *measured(
        "断线次数（设备故障经裁判确认的除外）",
        "分档 0 => 3 无断线; 1 => 1 一次; 2 => 0 两次及以上",
        "0 次",
        "4",
        "3",
    ),
    *sub("A4", "操作与安全", "C1"),
    *judged(
        "布线、对刀与切割过程的操作规范性",
        "2",
        "3",
        "多处不符合操作规程，须裁判制止",
        "有一两处不符合规程，经提醒后改正",
        "全程符合规程，动作基本连贯",
        "全程符合规程，动作连贯，能预判并处理异常",
    ),
    *judged(
        "现场管理：工具、切削液、废线与碎片的处置",
        "1",
        "2",
        "现场混乱，废线或碎片散落",
        "大体整齐，有未分类的废弃物",
        "整齐，废弃物分类存放",
        "始终整齐，废弃物分类并标识，完工后恢复原状",
    ),
    *measured(
        "安全违规扣分：未停机打开防护门、徒手接触运动线网等，每次扣 2 分",
        "范围 -6..0 步长 2",
        "无违规",
        "1",
        "0",
    ),
]

INSPECTION: Rows = [
    *module("B", "硅片外观检验"),
    *sub("B1", "检验准备", "C2"),
    *measured("用照度计确认检验台照度并记录", "", "800 lx 至 1200 lx", "1", "2"),
    *measured("佩戴洁净手套和口罩，取片只接触边缘", "", "全程做到", "1", "2"),
    *sub("B2", "缺陷判定", "C2"),
    *measured(
        "样片判定：20 片样片逐片判合格或不合格，与标准答案一致的每片 0.5 分",
        "范围 0..10 步长 0.5",
        "与标准答案核对",
        "5",
        "10",
    ),
    *measured(
        "漏检：不合格片判为合格的片数",
        "分档 0 => 4 无漏检; 1 => 2 一片; 2 => 0 两片及以上",
        "0 片",
        "5",
        "4",
    ),
    *measured(
        "误判：合格片判为不合格的片数",
        "分档 0 => 3 无误判; 1 => 2 一片; 2 => 1 两片; 3 => 0 三片及以上",
        "0 片",
        "5",
        "3",
    ),
    *measured(
        "缺陷分类：12 处缺陷（崩边、缺角、裂纹、孔洞、线痕、脏污）与标准答案一致的每处 0.5 分",
        "范围 0..6 步长 0.5",
        "与标准答案核对",
        "5",
        "6",
    ),
    *measured(
        "缺陷测量：用测量显微镜测指定崩边的长度",
        "公差 0.50 ±0.03 mm => 2; ±0.05 => 1",
        "标准值 0.50 mm",
        "5",
        "2",
    ),
    *measured("等级判定：指定 4 片的等级全部正确", "", "与标准答案一致", "5", "2"),
    *sub("B3", "记录与报告", "C2"),
    *measured("检验记录项目齐全，无涂改（更正须划线签名）", "", "10 项齐全", "6", "2"),
    *measured("棒号、片号与样片一一对应，可追溯", "", "全部对应", "6", "1"),
    *judged(
        "检验报告：结论、缺陷统计与原因分析",
        "6",
        "3",
        "没有结论，或结论与记录矛盾",
        "有结论，统计不全或没有原因分析",
        "结论正确，统计完整，原因分析合理",
        "结论正确，统计完整，原因分析指向具体工序并提出改进建议",
    ),
    *sub("B4", "操作与时间", "C2"),
    *judged(
        "检验手法：翻转、侧光观察、样片隔离与标识",
        "5",
        "2",
        "手法可能损伤样片，合格与不合格混放",
        "手法基本正确，隔离或标识有遗漏",
        "手法正确，隔离与标识完整",
        "手法正确熟练，多角度侧光观察，隔离与标识一目了然",
    ),
    *measured("用时（分钟）", "公差 0 +40/-0 min => 1", "≤ 40 min", "4", "1"),
    *measured("碎片扣分：因操作不当造成样片破损，每片扣 1 分", "范围 -4..0 步长 1", "0 片", "1", "0"),
]

SCHEME: Rows = [HEADING, *SLICING, *INSPECTION]
