"""The CIS sheet in: every bad row named, nothing half written."""

from decimal import Decimal

import pytest

from common.errors import Problem
from competition.actions.scheme import update_module
from competition.importers.report import ImportReport
from competition.importers.scheme import import_scheme
from competition.importers.scheme_export import export_scheme
from competition.models import Aspect, Criterion, EventState, Module, SubCriterion
from competition.queries.scheme_core import scheme_core
from examples.pv_wafer_scheme import HEADING
from scoring.scheme_problems import scheme_problems
from tests import factories
from tests.common.spreadsheets import hostile
from tests.competition.setup_event import EXAMPLES, Setup, an_event, with_scheme

pytestmark = pytest.mark.django_db
Row = list[object]
CHINESE = [
    "子项编号",
    "子项名称",
    "评分日",
    "类型（M/J）",
    "评分点描述",
    "评判分值",
    "补充说明或评判描述",
    "要求（仅测量）",
    "WSSS 章节",
    "计算行（仅导出）",
    "配分",
]


def sub(code: str = "A1", name: str = "切割") -> Row:
    return [code, name, "C1", *[""] * 8]


def measured(extra: str = "", marks: object = "4", kind: str = "M", text: str = "厚度") -> Row:
    return ["", "", "", kind, text, "", extra, "", "", "", marks]


def judged(scores: tuple[str, ...] = ("0", "1", "2", "3")) -> list[Row]:
    rows: list[Row] = [["", "", "", "J", "规范性", "", "", "", "", "", "3"]]
    rows += [["", "", "", "", "", score, f"描述{score}", "", "", "", ""] for score in scores]
    return rows


def bring_in(setup: Setup, rows: list[Row], heading: list[str] = HEADING) -> ImportReport:
    data = hostile.xlsx([heading, *rows])
    return import_scheme(actor=setup.actor, event_id=setup.event.id, data=data, file_name="s.xlsx")


def test_the_sample_scheme_becomes_two_modules_that_share_what_theory_leaves() -> None:
    setup = with_scheme(an_event(theory_weight="30"))
    modules = Module.objects.filter(event=setup.event).values_list("code", "name", "weight", "max_score")
    assert list(modules) == [
        ("T", "理论知识", Decimal("30.00"), Decimal("100.00")),
        ("A", "硅片切割", Decimal("42.00"), Decimal("60.00")),
        ("B", "硅片外观检验", Decimal("28.00"), Decimal("40.00")),
    ]
    assert (Criterion.objects.count(), SubCriterion.objects.count(), Aspect.objects.count()) == (2, 8, 29)
    thickness = Aspect.objects.get(code="A2.1")
    assert thickness.rule == {
        "kind": "tolerance",
        "nominal": "130",
        "unit": "µm",
        "bands": [
            {"within": "3", "points": "8"},
            {"within": "5", "points": "5"},
            {"within": "8", "points": "2"},
        ],
    }
    judgement = Aspect.objects.get(code="A4.1")
    assert judgement.rule["benchmarks"][3] == "全程符合规程，动作连贯，能预判并处理异常"
    assert judgement.rule["max_spread"] == 1


def test_chinese_headings_are_the_same_sheet() -> None:
    report = bring_in(an_event(), [sub(), measured(), *judged()], heading=CHINESE)
    assert (report.applied, report.rejected, report.unrecognised) == (True, 0, ())


BAD = [
    ([measured()], (2, "A", "aspect_outside_sub_criterion")),
    ([sub("1A"), measured()], (2, "A", "sub_criterion_id_invalid")),
    ([sub(), measured(), sub(), measured()], (4, "A", "sub_criterion_twice")),
    ([sub(name=""), measured()], (2, "B", "sub_criterion_name_missing")),
    ([sub(), measured(kind="X")], (3, "D", "aspect_type_unknown")),
    ([sub(), measured(text="")], (3, "E", "aspect_description_missing")),
    ([sub(), measured(marks="")], (3, "K", "max_mark_invalid")),
    ([sub(), measured(marks="-1")], (3, "K", "max_mark_invalid")),
    ([sub(), measured(marks="1.234")], (3, "K", "max_mark_invalid")),
    ([sub(), measured(marks="0")], (3, "K", "aspect_without_maximum")),
    ([sub(), measured("公差 200 左右")], (3, "G", "rule_not_understood")),
    ([sub(), measured("公差 200 ±2 => 5")], (3, "G", "points_above_maximum")),
    ([sub(), measured("公差 200 ±2 => 3")], (3, "G", "maximum_not_reachable")),
    ([sub(), measured("公差 200 ±5 => 4; ±2 => 2")], (3, "G", "bands_not_in_order")),
    ([sub(), measured("分档 1 => 4; 1 => 2")], (3, "G", "step_values_repeat")),
    ([sub(), measured("范围 0..4 步长 3")], (3, "G", "range_step_misses_maximum")),
    ([sub(), *judged(("0", "1", "2"))], (3, "F", "benchmarks_missing")),
    ([sub(), *judged(("0", "1", "2", "3", "3"))], (8, "F", "benchmark_score_invalid")),
    ([sub(), measured(), *judged()[1:2]], (4, "F", "benchmark_outside_aspect")),
    ([sub(), ["", "", "", "", "只有描述", *[""] * 6]], (3, "D", "scheme_row_not_understood")),
    ([sub(), measured("计时 10:00..5:00")], (3, "G", "time_limit_not_after_target")),
    ([sub(), measured("计时 5:00 => 4; 4:00 => 2")], (3, "G", "time_steps_not_in_order")),
    ([sub(), measured("违规扣分 2")], (3, "G", "violation_with_maximum")),
    ([sub(), measured("违规扣分 0", "0")], (3, "G", "violation_without_effect")),
    ([sub(), measured("打分 0..4 小数 9")], (3, "G", "places_out_of_range")),
    ([sub(), measured("读数 mm")], (3, "G", "measure_with_maximum")),
    ([sub(), measured(), measured("读数 mm", "0")], (4, "G", "measure_unused")),
    ([sub(), measured("公式 A1.2 *")], (3, "G", "formula_syntax")),
    ([sub(), measured("公式 A1.2 * 2")], (3, "G", "formula_reference_unknown")),
    ([sub(), measured("公式 A1.2 + 0"), measured("公式 A1.1 + 0")], (3, "G", "formula_cycle")),
    ([sub(), measured("公式 2 * 3")], (3, "G", "formula_reads_nothing")),
    ([sub(), measured(), measured("取优 3 于 A1.1")], (4, "G", "best_of_count_out_of_range")),
    ([sub(), measured(), measured("取优 1 于 A1.1", "3")], (4, "G", "points_above_maximum")),
]


@pytest.mark.parametrize(
    ("rows", "place"), BAD, ids=lambda value: value[2] if isinstance(value, tuple) else ""
)
def test_a_bad_row_is_named_and_the_old_scheme_stays(rows: list[Row], place: tuple[int, str, str]) -> None:
    setup = with_scheme(an_event())
    report = bring_in(setup, rows)
    assert (report.rows[0].row, report.rows[0].column, report.rows[0].code) == place
    assert (report.applied, report.corrected_file is not None) == (False, True)
    assert Aspect.objects.count() == 29


def test_the_sentence_names_the_aspect() -> None:
    report = bring_in(an_event(), [sub(), measured(), measured("公差 200 ±2 => 5")])
    assert [row.detail for row in report.rows] == ["评分点 A1.2 的规则最高给 5 分，超过了配分 4。"]


def test_formulas_in_the_sheet_are_refused() -> None:
    setup = an_event()

    def change(page: object) -> None:
        page.write_formula("K3", "=2+2", None, 4)  # type: ignore[attr-defined]

    data = hostile.xlsx([HEADING, sub(), measured()], change)
    report = import_scheme(actor=setup.actor, event_id=setup.event.id, data=data, file_name="s.xlsx")
    assert [(row.row, row.column, row.code) for row in report.rows] == [(3, "K", "cell_has_formula")]


def test_the_same_modules_again_keep_the_weights_the_organiser_set() -> None:
    setup = with_scheme(an_event())
    first, second = Module.objects.filter(event=setup.event, source="sheets")
    update_module(actor=setup.actor, module_id=first.id, weight=Decimal(50), aggregation="mean")
    update_module(actor=setup.actor, module_id=second.id, weight=Decimal(20))
    with_scheme(setup)
    modules = Module.objects.filter(event=setup.event, source="sheets")
    assert [(module.id, module.weight, module.aggregation) for module in modules] == [
        (first.id, Decimal("50.00"), "mean"),
        (second.id, Decimal("20.00"), "trimmed_mean"),
    ]
    assert Aspect.objects.count() == 29


def test_other_modules_replace_the_old_ones_and_share_anew() -> None:
    setup = with_scheme(an_event())
    report = bring_in(setup, [sub("C1"), measured()])
    assert report.summary["weights"] == {"C": "70.00"}
    assert list(Module.objects.filter(event=setup.event).values_list("code", flat=True)) == ["T", "C"]
    assert Aspect.objects.count() == 1


def test_a_dry_run_writes_nothing() -> None:
    setup = an_event()
    report = import_scheme(
        actor=setup.actor,
        event_id=setup.event.id,
        data=(EXAMPLES / "scheme.xlsx").read_bytes(),
        file_name="scheme.xlsx",
        dry_run=True,
    )
    assert (report.accepted, report.applied, report.summary["aspects"]) == (55, False, 29)
    assert Aspect.objects.count() == 0


def test_after_the_start_the_scheme_is_locked() -> None:
    setup = with_scheme(an_event())
    setup.event.state = EventState.MARKING
    setup.event.save()
    module = Module.objects.get(event=setup.event, code="A")
    with pytest.raises(Problem) as imported:
        with_scheme(setup)
    with pytest.raises(Problem) as changed:
        update_module(actor=setup.actor, module_id=module.id, weight=Decimal(10))
    assert (imported.value.code, changed.value.code) == ("event_started", "event_started")


def test_an_organiser_elsewhere_may_not_import() -> None:
    setup = an_event()
    setup.actor = factories.actor_for(factories.organiser(factories.organisation("另一工会")))
    with pytest.raises(Problem) as caught:
        with_scheme(setup)
    assert caught.value.code == "not_allowed"


def content(setup: Setup) -> list[tuple[object, ...]]:
    rows = Aspect.objects.filter(module__event=setup.event).order_by(
        "module__code", "sub_criterion__code", "position"
    )
    fields = ("code", "description", "extra", "requirement", "wsss_section", "max_mark", "rule")
    above = (
        "module__code",
        "module__name",
        "sub_criterion__code",
        "sub_criterion__name",
        "sub_criterion__day",
    )
    return list(rows.values_list(*above, *fields))


def test_the_export_imports_as_the_same_scheme() -> None:
    first, second = with_scheme(an_event()), an_event()
    data = export_scheme(actor=first.actor, event_id=first.event.id)
    report = import_scheme(actor=second.actor, event_id=second.event.id, data=data, file_name="s.xlsx")
    assert (report.applied, report.unrecognised) == (True, ())
    assert content(second) == content(first)
    assert export_scheme(actor=second.actor, event_id=second.event.id) == data


CONTEST = [
    measured("限时装配，超时不得分\n计时 5:00..10:00", "10"),
    measured("计时 5:00 => 4; 8:00 => 2"),
    measured("违规扣分 2 最多 6 取消资格 4", "0"),
    measured("打分 0..5 小数 1", "5"),
    measured("读数 mm", "0"),
    measured("公式 (A1.5 - 1) * 2；下限 -2", "6"),
    measured("", "3"),
    measured("", "3"),
    measured("取优 1 于 A1.7、A1.8", "3"),
]


def test_all_forms_of_contest_come_back_as_they_went() -> None:
    first, second = an_event(theory_weight="30"), an_event()
    assert bring_in(first, [sub(), *CONTEST]).applied
    data = export_scheme(actor=first.actor, event_id=first.event.id)
    assert import_scheme(actor=second.actor, event_id=second.event.id, data=data, file_name="s.xlsx").applied
    assert content(second) == content(first)
    kinds = (
        Aspect.objects.filter(module__event=second.event)
        .order_by("position")
        .values_list("rule__kind", flat=True)
    )
    assert list(kinds) == [
        "time",
        "time_steps",
        "violation",
        "free",
        "measure",
        "formula",
        "binary",
        "binary",
        "best_of",
    ]


def test_what_counts_through_a_formula_is_not_counted_twice() -> None:
    report = bring_in(an_event(), [sub(), *CONTEST])
    assert report.summary["marks"] == "28"


def test_marking_can_begin_with_every_form_of_contest() -> None:
    setup = an_event(theory_weight="0")
    bring_in(setup, [sub(), *CONTEST])
    assert scheme_problems(scheme_core(setup.event).scheme) == []
