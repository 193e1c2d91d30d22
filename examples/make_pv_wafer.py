"""Makes the sample workbooks of a photovoltaic wafer contest: `python -m examples.make_pv_wafer`.

Everything in them is invented. The ID numbers hold (check character, birth date) but carry the code of a whole
province (such as 320000), which no identity card has.
"""

import hashlib
from pathlib import Path

from common.spreadsheets import workbook
from examples.pv_wafer_scheme import SCHEME
from people.domain.identity import check_character

FOLDER = Path(__file__).parent / "pv-wafer"
PER_DELEGATION = 8
DELEGATIONS = [
    ("江苏", "32", "苏晶硅材料（示例）有限公司"),
    ("浙江", "33", "浙光新能源（示例）有限公司"),
    ("安徽", "34", "徽硅科技（示例）有限公司"),
    ("江西", "36", "赣晶光伏（示例）有限公司"),
    ("河南", "41", "中原硅业（示例）有限公司"),
    ("四川", "51", "蜀晶新材料（示例）有限公司"),
    ("云南", "53", "滇硅绿能（示例）有限公司"),
    ("陕西", "61", "秦硅科技（示例）有限公司"),
    ("宁夏", "64", "塞上硅材（示例）有限公司"),
    ("青海", "63", "高原晶硅（示例）有限公司"),
    ("内蒙古", "15", "草原硅业（示例）有限公司"),
    ("新疆", "65", "天山晶材（示例）有限公司"),
]
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
FIRST = "建晓文志丽海春明秀国玉立永思佳雪"
SECOND = "华军芳强敏辉燕平霞宁涛琳峰洁"
HEADING = ["序号", "姓名*", "性别", "证件号码*", "代表队*", "单位", "手机号码", "参赛编号", "理论成绩"]
TITLE = "示例数据 SAMPLE：光伏硅片技能竞赛参赛人员名单（人员、证件号码、成绩均为虚构）"


def chance(*parts: object) -> int:
    """The same for the same parts, on every machine."""
    return int.from_bytes(hashlib.sha256(repr(parts).encode()).digest()[:6], "big")


def identity_number(province: str, position: int) -> str:
    year, month, day = 1978 + chance("y", position) % 26, 1 + chance("m", position) % 12, 1 + position % 28
    first = f"{province}0000{year}{month:02d}{day:02d}{100 + position:03d}"
    return first + check_character(first)


def entrant(position: int) -> list[str]:
    """Every name occurs once: the surname walks faster than the given name."""
    delegation, province, employer = DELEGATIONS[position // PER_DELEGATION]
    name = (
        SURNAMES[position % len(SURNAMES)]
        + FIRST[position * 5 % len(FIRST)]
        + SECOND[position * 3 % len(SECOND)]
    )
    number = identity_number(province, position)
    theory = 62 + chance("theory", position) % 72 / 2
    return [
        str(position + 1),
        name,
        "男" if int(number[16]) % 2 else "女",
        number,
        f"{delegation}代表队（示例）",
        employer,
        "",
        f"{position + 1:03d}",
        f"{theory:g}",
    ]


def roster() -> bytes:
    rows = [[TITLE], HEADING, *(entrant(position) for position in range(PER_DELEGATION * len(DELEGATIONS)))]
    return workbook(rows, sheet="名单（示例）", heading_row=2)


def scheme() -> bytes:
    return workbook(
        SCHEME, sheet="CIS Marking Scheme Import", widths=(10, 24, 8, 10, 44, 8, 44, 26, 10, 10, 8)
    )


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "roster.xlsx").write_bytes(roster())
    (FOLDER / "scheme.xlsx").write_bytes(scheme())


if __name__ == "__main__":
    main()
