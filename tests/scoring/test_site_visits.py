"""Mutual evaluation, grading and teaching: what the golden cases do not say."""

from decimal import Decimal

from scoring.errors import Problem
from scoring.explanation import Explanation
from scoring.formats.grading import FocusPoint, UnitClass, class_problems, grade
from scoring.formats.mutual import Site, category_standings, site_results
from scoring.formats.teaching import Item, Section, TimeDeduction, section_problems, teaching_result

D = Decimal
SITES = [Site("s1", "factories", "A"), Site("s2", "factories", "B"), Site("s3", "schools", "C")]
SCORES = {"A": {"s2": D(90), "s3": D(80)}, "B": {"s1": D(95), "s3": D(85)}, "C": {"s2": D(70)}}


def test_sites_are_compared_within_their_category() -> None:
    standings = category_standings(site_results(SITES, ["A", "B", "C"], SCORES))
    assert {
        category: [[(p.entry, p.rank) for p in of_one.placements], [apart.entry for apart in of_one.apart]]
        for category, of_one in standings.items()
    } == {"factories": [[("s2", 1)], ["s1"]], "schools": [[("s3", 1)], []]}


def test_why_a_site_has_its_value() -> None:
    open_site = site_results(SITES, ["A", "B", "C"], SCORES)[0]
    assert open_site.explain(SCORES) == Explanation(
        "site",
        "mutual",
        "not_marked",
        {"site": "s1", "category": "factories", "missing": "C"},
        (Explanation("delegation", "score", "95", {"delegation": "B"}),),
    )


FOCUS = [FocusPoint("a", D(50)), FocusPoint("b", D(50))]
CLASSES = [UnitClass("A", D(80), D(60), ("banner",)), UnitClass("B", D(60), D(50)), UnitClass("C", D(0))]


def test_why_a_unit_has_its_class() -> None:
    """85 points are enough for A and for B, but b has neither 60 % nor 50 % of its points."""
    points = {"a": D(50), "b": D(35)}
    assert grade(FOCUS, CLASSES, points).explain(points) == Explanation(
        "unit",
        "sum_of_focus_points",
        "85",
        {"class": "A"},
        (
            Explanation("focus_point", "points", "50", {"focus_point": "a"}),
            Explanation("focus_point", "points", "35", {"focus_point": "b"}),
        ),
    )
    weak = grade(FOCUS, CLASSES, {"a": D(50), "b": D(24)})
    assert (weak.unit_class, weak.held_back_by) == (CLASSES[2], ("b",))
    assert weak.explain({}).inputs == {"class": "C", "held_back_by": "b"}
    assert grade(FOCUS, CLASSES, {}).explain({}).inputs == {"class": ""}


def test_classes_fall() -> None:
    assert class_problems(CLASSES) == []
    assert class_problems([]) == [Problem("classes_missing")]
    assert class_problems([CLASSES[1], CLASSES[0]]) == [
        Problem("class_thresholds_not_falling", {"class": "A"})
    ]


LESSON = Section("lesson", D(100), (Item("l", D(0), D(50)),), TimeDeduction(D(600)))


def test_why_a_lesson_has_its_points() -> None:
    sheets = {"lesson": {"J1": {"l": D(40)}, "J2": {}}}
    told = teaching_result([LESSON], sheets, ["J1", "J2"], {"lesson": D(700)}).explain()
    assert (told.value, told.steps[0].inputs) == (
        "not_marked",
        {"section": "lesson", "panel": "not_marked", "time": "2"},
    )
    five = {"lesson": {f"J{j}": {"l": D(v)} for j, v in enumerate((40, 41, 42, 30, 50))}}
    done = teaching_result([LESSON], five, list(five["lesson"]), {"lesson": D(600)})
    assert done.total == D("82.00")
    assert [step.inputs.get("panel") for step in done.explain().steps[0].steps] == [
        None,
        None,
        None,
        "dropped_lowest",
        "dropped_highest",
    ]


def test_time_never_makes_less_than_nothing() -> None:
    done = teaching_result([LESSON], {"lesson": {"J1": {"l": D(1)}}}, ["J1"], {"lesson": D(99999)})
    assert done.total == D("0.00")


def test_sections_as_entered() -> None:
    assert section_problems([LESSON]) == []
    assert section_problems([Section("x", D(90), ()), Section("y", D(5), (Item("i", D(3), D(3)),))]) == [
        Problem("weights_not_100", {"sum": "95"}),
        Problem("section_empty", {}, {"section": "x"}),
        Problem("range_empty", {"minimum": "3", "maximum": "3"}, {"item": "i"}),
    ]
