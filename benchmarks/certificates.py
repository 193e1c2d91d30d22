"""Certificates per second: WeasyPrint as its tutorial has it (everything anew each time) against our renderer.

CPU time, so that a busy machine does not blur it.
Run: python -m benchmarks.certificates [count]
"""

import os
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

import weasyprint  # noqa: E402
from weasyprint.text.fonts import FontConfiguration  # noqa: E402

from benchmarks.report import Row, report  # noqa: E402
from certificates.actions.print import merge  # noqa: E402
from certificates.domain.facts import CertificateFacts  # noqa: E402
from certificates.faces.a4 import face_html, render_face  # noqa: E402
from certificates.faces.guilloche import border_svg  # noqa: E402
from common.fonts import FAMILY, FILES, font_file  # noqa: E402

TOKEN, HASH = "A" * 22, "ab" * 32
TEXTS = {
    "title": "技能竞赛获奖证书",
    "title_en": "Certificate of Award in Skills Competition",
    "identity_type": "居民身份证",
    "identity_shown": "110105********002X",
    "occupation": "焊工",
    "occupation_en": "Welder",
    "award": "一等奖",
    "award_en": "First prize",
    "event": "焊接（示例）",
    "event_en": "Welding (sample)",
    "competition": "示例市职工职业技能竞赛",
    "competition_en": "Sample City Workers' Skills Competition",
    "body": "在示例市职工职业技能竞赛焊接（示例）赛项中荣获一等奖，特发此证。",
    "issuer": "示例市总工会",
    "issued_on": "2026-11-22",
    "version": "1",
}
SURNAMES, GIVEN = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗", "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚"


def certificates(count: int) -> list[CertificateFacts]:
    empty = dict.fromkeys(CertificateFacts.__dataclass_fields__, "")
    plain = CertificateFacts(**{**empty, **TEXTS, "query_addresses": (), "sample": True})  # type: ignore[arg-type]
    names = [SURNAMES[n % 20] + GIVEN[n // 20 % 20] + GIVEN[n * 7 % 20] for n in range(count)]
    return [
        replace(plain, number=f"SL2026{n:06}", holder_name=name, holder_name_en=f"Sample {n}")
        for n, name in enumerate(names, 1)
    ]


def anew(facts: CertificateFacts) -> bytes:
    """The same page, border included, with fonts and style sheet loaded for this one file."""
    configuration = FontConfiguration()
    faces = "".join(
        f"@font-face {{ font-family: '{FAMILY}'; font-weight: {weight}; src: url({font_file(weight).as_uri()}) }}"
        for weight in FILES
    )
    css = weasyprint.CSS(string=f"{faces} * {{ font-family: '{FAMILY}' }}", font_config=configuration)
    html = face_html(facts, identity_number="", token=TOKEN, facts_hash=HASH)
    border = f'<div style="left: 0; top: 0">{border_svg()}</div>'
    page = html.replace("<body>", f"<body>{border}")
    content: bytes = weasyprint.HTML(string=page).write_pdf(stylesheets=[css], font_config=configuration)
    return content


def ours(facts: CertificateFacts) -> bytes:
    return render_face(facts, identity_number="", token=TOKEN, facts_hash=HASH)


def measured(
    draw: Callable[[CertificateFacts], bytes], rows: list[CertificateFacts]
) -> tuple[float, list[bytes]]:
    draw(rows[0])
    started = time.process_time()
    files = [draw(facts) for facts in rows]
    return len(rows) / (time.process_time() - started), files


def memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    rows = certificates(count)
    speed, files = measured(ours, rows)
    after_ours = memory()
    speed_anew, files_anew = measured(anew, rows[: max(5, count // 10)])
    started = time.process_time()
    merged = merge(files)
    merging = time.process_time() - started
    size, size_anew = (sum(map(len, some)) / len(some) / 1024 for some in (files, files_anew))
    table = [
        Row("certificates per second of one core", speed, "1/s", baseline=speed_anew, higher_is_better=True),
        Row("size of one certificate", size, "KiB", baseline=size_anew),
        Row("print file per certificate", len(merged) / len(files) / 1024, "KiB", baseline=size),
        Row("merging per certificate", merging / len(files) * 1000, "ms"),
        Row(f"peak memory after {count}", after_ours, "MiB"),
    ]
    return 0 if report("certificates", table) else 1


if __name__ == "__main__":
    sys.exit(main())
