"""The small workbooks of the story, made from the sample contest: `python -m tests.e2e.workbooks FOLDER`."""

import sys
from pathlib import Path

from common.spreadsheets import workbook
from examples.make_pv_wafer import HEADING, TITLE, entrant
from examples.pv_wafer_scheme import HEADING as SCHEME_HEADING
from examples.pv_wafer_scheme import judged, measured, module, sub

ENTRANTS = (0, 8, 16, 24)  # one of each of four delegations
LEVELS = ("不能独立完成", "完成，有一两处差错", "完成，符合工艺", "完成，操作熟练")
SCHEME = [
    SCHEME_HEADING,
    *module("A", "硅片切割"),
    *sub("A1", "切片", "C1"),
    *measured("设备点检完成并签字", "", "点检表齐全", "1", "5"),
    *measured("平均厚度", "公差 130 ±3 µm => 8; ±5 => 5; ±8 => 2", "130 µm ± 8 µm", "3", "8"),
    *judged("操作规范性", "2", "7", *LEVELS),
    *module("B", "硅片外观检验"),
    *sub("B1", "缺陷判定", "C1"),
    *measured("样片判定：一致的每片 0.5 分", "范围 0..10 步长 0.5", "与标准答案核对", "5", "10"),
    *measured("漏检处数", "分档 0 => 5 无漏检; 1 => 3 一处; 2 => 0 两处及以上", "0 处", "5", "5"),
    *measured("取片只接触边缘", "", "全程做到", "1", "5"),
]


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    people = [entrant(position) for position in ENTRANTS]
    wrong = [list(person) for person in people]
    last = wrong[1][3][-1]
    wrong[1][3] = wrong[1][3][:-1] + ("0" if last != "0" else "1")  # a check character that does not hold
    wrong[2][8] = "120"
    for name, rows in (("roster", people), ("roster-wrong", wrong)):
        data = workbook([[TITLE], HEADING, *rows], sheet="名单（示例）", heading_row=2)
        (folder / f"{name}.xlsx").write_bytes(data)
    (folder / "scheme.xlsx").write_bytes(workbook(SCHEME, sheet="CIS Marking Scheme Import"))


if __name__ == "__main__":
    main()
