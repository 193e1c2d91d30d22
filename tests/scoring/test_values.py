from decimal import Decimal

from scoring.values import Absent, Disqualified, NotMarked, mark_from_text, mark_to_text, strongest_special


def test_disqualified_outweighs_absent_outweighs_not_marked() -> None:
    assert strongest_special([Decimal(1), NotMarked, Absent, Disqualified]) is Disqualified
    assert strongest_special([Decimal(1), NotMarked, Absent]) is Absent
    assert strongest_special([Decimal(1), NotMarked]) is NotMarked
    assert strongest_special([Decimal(0)]) is None


def test_marks_travel_as_text() -> None:
    for mark in (Decimal("83.60"), Decimal("0.00"), NotMarked, Absent, Disqualified):
        assert mark_from_text(mark_to_text(mark)) == mark
    assert mark_to_text(Decimal("1E+2")) == "100"
