"""Allotting serials: inside the caller's transaction, which holds the series until it commits.

A transaction that fails gives its numbers back, so the series has no gap and no number comes twice.
"""

from certificates.domain.numbers import LAST_SERIAL, NumberError, Stem, stem
from certificates.models import CertificateKind, NumberSeries
from common.errors import problem

LEVEL_MISSING = problem(
    "certificate_level_missing",
    422,
    "等级证书缺少职业技能等级（1–5），请在名单中补全后重试。",
    "A level certificate needs the skill level (1–5). Complete the list and try again.",
)
NUMBERS_USED_UP = problem(
    "certificate_numbers_used_up",
    409,
    "编号 {stem} 只剩 {left} 个流水号，不够本批 {wanted} 张。请改用新的前缀。",
    "The series {stem} has {left} numbers left, fewer than the {wanted} of this batch. Use another prefix.",
)


def stem_for(kind: CertificateKind, *, year: int, level: str) -> Stem:
    try:
        return stem(kind.number_scheme, prefix=kind.number_prefix, year=year, level=level)
    except NumberError as error:
        raise LEVEL_MISSING() from error


def allot(series_stem: Stem, count: int) -> list[str]:
    """The next `count` numbers. Series are to be asked for in sorted order, so that two batches never wait in a ring."""
    NumberSeries.objects.bulk_create([NumberSeries(stem=series_stem.text)], ignore_conflicts=True)
    series = NumberSeries.objects.select_for_update().get(stem=series_stem.text)
    first, last = series.last + 1, series.last + count
    if last > LAST_SERIAL:
        raise NUMBERS_USED_UP(stem=series_stem.text, left=LAST_SERIAL - series.last, wanted=count)
    NumberSeries.objects.filter(stem=series_stem.text).update(last=last)
    return [series_stem.number(serial) for serial in range(first, last + 1)]
