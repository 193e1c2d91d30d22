"""Everybody in the file, or nobody; and every bad cell named."""

import csv
import io
from decimal import Decimal
from typing import Any

import pytest

from common.errors import Problem
from common.files import kept_file
from common.models import StoredFile
from common.spreadsheets import read_grid
from competition.importers.roster import import_roster
from competition.models import Entry, Event, EventState, ModuleScore
from people.models import Person
from tests import factories
from tests.common.spreadsheets import hostile
from tests.competition.setup_event import (
    EXAMPLES,
    HEADING,
    Setup,
    an_event,
    bring_in,
    identity,
    line,
    with_entries,
    workbook,
)

pytestmark = pytest.mark.django_db


def counts() -> tuple[int, int, int]:
    return Entry.objects.count(), Person.objects.count(), ModuleScore.objects.count()


def import_file(setup: Setup, data: bytes, name: str = "名单.xlsx") -> Any:
    return import_roster(actor=setup.actor, event_id=setup.event.id, data=data, file_name=name)


def test_the_sample_roster_makes_96_entries_with_their_theory_scores() -> None:
    setup = an_event()
    report = import_file(setup, (EXAMPLES / "roster.xlsx").read_bytes())
    assert (report.accepted, report.rejected, report.applied) == (96, 0, True)
    assert report.unrecognised == ("序号",)
    assert report.summary == {
        "added": 96,
        "updated": 0,
        "unchanged": 0,
        "delegations": 12,
        "theory_scores": 96,
    }
    first = Entry.objects.select_related("person", "delegation").get(event=setup.event, number="001")
    assert (first.person.name, first.delegation.name) == ("赵建华", "江苏代表队（示例）")
    score = ModuleScore.objects.get(entry=first)
    assert (score.module.code, score.score, score.complete) == ("T", Decimal("65.00"), True)


def test_a_dry_run_counts_and_writes_nothing() -> None:
    setup = an_event()
    report = bring_in(setup, [line(1), line(2)], dry_run=True)
    assert (report.accepted, report.applied, report.summary["added"]) == (2, False, 2)
    assert counts() == (0, 0, 0)


BAD = [
    ({"证件号码": "32000019900102001" + "0"}, "B", "identity_number", "identity_check_digit"),
    ({"证件号码": "320000"}, "B", "identity_number", "identity_length"),
    ({"证件号码": "990000199001010017"}, "B", "identity_number", "identity_province"),
    ({"证件号码": ""}, "B", "identity_number", "value_missing"),
    ({"姓名": ""}, "A", "name", "value_missing"),
    ({"姓名": "张3"}, "A", "name", "name_invalid"),
    ({"代表队": ""}, "C", "delegation", "value_missing"),
    ({"单位": "长" * 121}, "D", "employer", "value_too_long"),
    ({"手机号码": "12345"}, "E", "phone", "phone_invalid"),
    ({"参赛编号": "零零一"}, "F", "number", "entry_number_invalid"),
    ({"理论成绩": "100.5"}, "G", "theory_score", "theory_score_invalid"),
    ({"理论成绩": "合格"}, "G", "theory_score", "theory_score_invalid"),
    ({"理论成绩": "60.123"}, "G", "theory_score", "theory_score_invalid"),
    ({"理论成绩": "NaN"}, "G", "theory_score", "theory_score_invalid"),
]


@pytest.mark.parametrize(("changes", "column", "field", "code"), BAD)
def test_one_bad_cell_is_named_and_nobody_is_imported(
    changes: dict[str, str], column: str, field: str, code: str
) -> None:
    setup = an_event()
    report = bring_in(setup, [line(1), line(2, **changes), line(3)])
    assert [(row.row, row.column, row.field, row.code) for row in report.rows] == [(3, column, field, code)]
    assert (report.accepted, report.rejected, report.applied) == (2, 1, False)
    assert counts() == (0, 0, 0)


def test_the_report_masks_identity_and_phone_numbers() -> None:
    bad = identity(1)[:17] + ("0" if identity(1)[17] != "0" else "1")
    report = bring_in(an_event(), [line(1, 证件号码=bad, 手机号码="1380013800")])
    assert [row.value for row in report.rows] == [f"320000********{bad[-4:]}", "138***3800"]


def test_the_same_person_twice_in_the_file_is_named_with_the_first_row() -> None:
    report = bring_in(an_event(), [line(1, 参赛编号="7"), line(2), line(1, 参赛编号="7")])
    assert [(row.row, row.code) for row in report.rows] == [(4, "identity_twice"), (4, "entry_number_twice")]
    assert "2" in report.rows[0].detail
    assert counts() == (0, 0, 0)


def test_formulas_merged_cells_and_lost_digits_are_refused_with_their_place() -> None:
    def change(page: Any) -> None:
        page.write_formula("D2", '=A2&"公司"', None, "示例公司")
        page.merge_range("C3:C4", "示例1队")
        page.write_number("B5", 320000199001010016)

    setup = an_event()
    data = workbook([line(position) for position in range(1, 5)], change=change)
    report = import_file(setup, data)
    assert [(row.row, row.column, row.code) for row in report.rows] == [
        (2, "D", "cell_has_formula"),
        (3, "C", "cell_is_merged"),
        (5, "B", "number_lost_digits"),
    ]
    assert "C3:C4" in report.rows[1].detail
    assert counts() == (0, 0, 0)


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (hostile.png(), "photo.xlsx", "workbook_unreadable"),
        (hostile.xlsx([HEADING, *[["x"]] * 6_000]), "a.xlsx", "too_many_rows"),
        ("姓名,证件号码,代表队\n".encode("utf-16-le"), "a.csv", "text_encoding_unknown"),
        (hostile.xlsx([["姓名", "代表队"], ["张示例", "一队"]]), "a.xlsx", "columns_missing"),
        (hostile.xlsx([HEADING]), "a.xlsx", "table_empty"),
    ],
)
def test_files_that_cannot_be_read_change_nothing(data: bytes, name: str, code: str) -> None:
    setup = an_event()
    with pytest.raises(Problem) as caught:
        import_file(setup, data, name)
    assert caught.value.code == code
    assert counts() == (0, 0, 0)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_csv_file_in_any_usual_encoding(encoding: str) -> None:
    setup = an_event()
    text = io.StringIO()
    csv.writer(text).writerows([HEADING, line(1), line(2)])
    report = import_file(setup, text.getvalue().encode(encoding), "名单.csv")
    assert report.applied
    assert report.summary["encoding"] == encoding
    assert counts() == (2, 2, 2)


def test_a_second_import_updates_adds_and_leaves_the_rest() -> None:
    setup = with_entries(an_event(), 3)
    changed = line(1, 代表队="新队", 单位="新公司", 理论成绩="", 参赛编号="002")
    report = bring_in(setup, [changed, line(2, 参赛编号="001"), line(4)])
    assert {key: report.summary[key] for key in ("added", "updated", "unchanged")} == {
        "added": 1,
        "updated": 2,
        "unchanged": 0,
    }
    entries = Entry.objects.filter(event=setup.event).select_related("person", "delegation")
    by_identity = {entry.person.identity_number: entry for entry in entries}
    first = by_identity[identity(1)]
    assert (first.number, first.delegation.name, first.person.employer) == ("002", "新队", "新公司")
    assert first.module_scores.get().score == Decimal("80.00")
    assert [by_identity[identity(n)].number for n in (2, 3, 4)] == ["001", "003", "004"]


def test_absent_from_theory_is_not_zero() -> None:
    setup = an_event()
    assert bring_in(setup, [line(1, 理论成绩="缺考"), line(2, 理论成绩="0")]).applied
    scores = ModuleScore.objects.order_by("entry__number").values_list("score", "special", "complete")
    assert list(scores) == [(None, "absent", True), (Decimal("0.00"), "", True)]


def test_what_clashes_with_the_database_is_reported_like_a_bad_cell() -> None:
    setup = with_entries(an_event(), 2)
    before = counts()
    judge = factories.person("裁判甲", identity_number=identity(9))
    account = factories.user("裁判甲")
    account.person = judge
    account.save()
    setup.event.panels.create(name="组").members.create(user=account)
    report = bring_in(setup, [line(1, 姓名="别名"), line(5, 参赛编号="002"), line(9, 姓名="裁判甲")])
    assert [(row.row, row.column, row.code) for row in report.rows] == [
        (2, "A", "entrant_has_other_name"),
        (3, "F", "entry_number_taken"),
        (4, "B", "entrant_is_judge"),
    ]
    assert counts() == (before[0], before[1] + 1, before[2])


def test_theory_scores_for_an_event_without_theory_are_refused_not_dropped() -> None:
    setup = an_event(theory_weight="0")
    report = bring_in(setup, [line(1)])
    assert [(row.column, row.code) for row in report.rows] == [("G", "theory_not_in_event")]
    assert counts() == (0, 0, 0)


def test_the_corrected_file_is_the_makers_alone_encrypted_and_gone_after_a_day() -> None:
    setup = an_event()
    report = bring_in(setup, [line(1), line(2, 姓名="")])
    stored = StoredFile.objects.get()
    assert stored.id == report.corrected_id
    assert identity(1).encode() not in bytes(stored.content)
    kept = kept_file(file_id=stored.id, owner_id=setup.organiser.id)
    grid = read_grid(kept.content, file_name=kept.name)
    assert grid.rows[0] == (*HEADING, "需要修改")
    assert grid.rows[2] == (*line(2, 姓名=""), "“姓名”为空，请填写。")
    assert (stored.expires_at - stored.created_at).total_seconds() == 24 * 3600


def test_new_entrants_after_the_draw_take_the_event_back_to_setup() -> None:
    setup = with_entries(an_event(), 1)
    events = Event.objects.filter(id=setup.event.id)
    events.update(state=EventState.READY)
    bring_in(setup, [line(1, 单位="新公司")])
    assert events.get().state == EventState.READY
    bring_in(setup, [line(2)])
    assert events.get().state == EventState.SETUP


def test_an_organiser_elsewhere_may_not_even_have_the_file_read() -> None:
    setup = an_event()
    other = factories.actor_for(factories.organiser(factories.organisation("另一工会")))
    with pytest.raises(Problem) as caught:
        import_roster(actor=other, event_id=setup.event.id, data=b"", file_name="a.xlsx")
    assert caught.value.code == "not_allowed"


def test_somebody_known_elsewhere_stays_where_they_belong() -> None:
    setup = an_event()
    home = factories.organisation("别市总工会")
    factories.person("钱示例", identity_number=identity(1), of=home)
    assert bring_in(setup, [line(1), line(2)]).applied
    assert Person.objects.get(name="钱示例").organisation == home
    assert Person.objects.get(name="孙示例").organisation == setup.organisation
