"""Teaching contests: sections such as 20 + 75 + 5, items with ranges, a deduction for time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from scoring.aggregation import Aggregation, PanelRule, aggregate, left_out
from scoring.errors import Problem, invalid_mark
from scoring.explanation import Explanation
from scoring.rounding import WholeRounding, round_half_up, round_whole
from scoring.text import plain
from scoring.values import Mark, NotMarked, Special, mark_to_text, strongest_special


@dataclass(frozen=True, slots=True)
class Item:
    """A judge's points for it lie from `low` to `high`, both included."""

    code: str
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class TimeDeduction:
    """`points` for each begun `per` seconds over `longest` or under `shortest`, never more than `most`."""

    longest: Decimal
    shortest: Decimal = Decimal(0)
    per: Decimal = Decimal(60)
    points: Decimal = Decimal(1)
    most: Decimal | None = None

    def taken(self, seconds: Decimal) -> Decimal:
        off = max(seconds - self.longest, self.shortest - seconds, Decimal(0))
        points = round_whole(Fraction(off) / Fraction(self.per), WholeRounding.UP) * self.points
        return points if self.most is None else min(points, self.most)


@dataclass(frozen=True, slots=True)
class Section:
    """`weight` is the section's share of the total, in points. Its items' highest points are 100 % of it."""

    code: str
    weight: Decimal
    items: tuple[Item, ...]
    time: TimeDeduction | None = None

    @property
    def full(self) -> Decimal:
        return sum((item.high for item in self.items), Decimal(0))


@dataclass(frozen=True, slots=True)
class SectionResult:
    """`panel` at two decimals, in points of the sheet; `points` in points of the total, made of it, time taken off,
    two decimals, never below 0.
    """

    code: str
    points: Mark
    panel: Mark
    taken: Decimal
    judges: tuple[Explanation, ...]


@dataclass(frozen=True, slots=True)
class TeachingResult:
    total: Mark
    sections: tuple[SectionResult, ...]

    def explain(self) -> Explanation:
        steps = tuple(
            Explanation(
                "section",
                "weighted_panel_less_time",
                mark_to_text(section.points),
                {
                    "section": section.code,
                    "panel": mark_to_text(section.panel),
                    "time": mark_to_text(section.taken),
                },
                section.judges,
            )
            for section in self.sections
        )
        return Explanation("total", "sum_of_sections", mark_to_text(self.total), {}, steps)


def section_problems(sections: Sequence[Section]) -> list[Problem]:
    """weights_not_100, section_empty, range_empty."""
    total = sum((section.weight for section in sections), Decimal(0))
    found = [] if total == 100 else [Problem("weights_not_100", {"sum": plain(total)})]  # noqa: PLR2004 - a percentage
    for section in sections:
        if section.full <= 0:
            found.append(Problem("section_empty", {}, {"section": section.code}))
        found += [
            Problem(
                "range_empty", {"minimum": plain(item.low), "maximum": plain(item.high)}, {"item": item.code}
            )
            for item in section.items
            if item.low >= item.high
        ]
    return found


def teaching_result(
    sections: Sequence[Section],
    sheets: Mapping[str, Mapping[str, Mapping[str, Decimal]]],
    judges: Sequence[str],
    seconds: Mapping[str, Decimal],
    how: PanelRule = Aggregation.TRIMMED_MEAN,
) -> TeachingResult:
    """`sheets[section][judge][item]`, `seconds[section]`. Raises InvalidMark item_unknown, mark_above_maximum,
    mark_below_minimum.
    """
    results = tuple(
        _section(section, sheets.get(section.code, {}), judges, seconds.get(section.code), how)
        for section in sections
    )
    special = strongest_special(result.points for result in results)
    numbers = [result.points for result in results if not isinstance(result.points, Special)]
    return TeachingResult(sum(numbers, Decimal(0)) if special is None else special, results)


def _section(
    section: Section,
    sheets: Mapping[str, Mapping[str, Decimal]],
    judges: Sequence[str],
    seconds: Decimal | None,
    how: PanelRule,
) -> SectionResult:
    totals = [_sheet(section, sheets.get(judge, {})) for judge in judges]
    value = aggregate(totals, how).value
    shown = value if isinstance(value, Special) else round_half_up(value)
    taken = Decimal(0) if section.time is None or seconds is None else section.time.taken(seconds)
    points: Mark = NotMarked
    if not isinstance(shown, Special) and (section.time is None or seconds is not None):
        exact = Fraction(shown) / Fraction(section.full) * Fraction(section.weight) - Fraction(taken)
        points = round_half_up(max(exact, Fraction()))
    return SectionResult(section.code, points, shown, taken, _told(judges, totals, how))


def _sheet(section: Section, given: Mapping[str, Decimal]) -> Mark:
    items = {item.code: item for item in section.items}
    for code, value in given.items():
        if code not in items:
            raise invalid_mark("item_unknown", section=section.code, item=code)
        if value > items[code].high:
            raise invalid_mark("mark_above_maximum", value=value, maximum=items[code].high)
        if value < items[code].low:
            raise invalid_mark("mark_below_minimum", value=value, minimum=items[code].low)
    return sum(given.values(), Decimal(0)) if len(given) == len(items) else NotMarked


def _told(judges: Sequence[str], totals: Sequence[Mark], how: PanelRule) -> tuple[Explanation, ...]:
    numbers = [(place, total) for place, total in enumerate(totals) if not isinstance(total, Special)]
    out = {
        numbers[position][0]: why for position, why in left_out([total for _, total in numbers], how).items()
    }
    return tuple(
        Explanation(
            "judge_mark",
            "sum_of_items",
            mark_to_text(total),
            {"judge": judge} | ({"panel": out[place]} if place in out else {}),
        )
        for place, (judge, total) in enumerate(zip(judges, totals, strict=True))
    )
