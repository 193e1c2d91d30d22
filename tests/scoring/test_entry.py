from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.aggregation import Aggregation
from scoring.entry import EntryTotal, combine_modules, score_entry
from scoring.errors import InvalidRule, Problem
from scoring.module import ModuleMarks, score_module
from scoring.results import ModuleScore
from scoring.values import Absent, Disqualified, NotMarked
from tests.scoring.schemes import ASPECTS, JUDGES, full_marks, imported, module, scheme

ways = st.sampled_from(Aggregation)
EVENT = scheme(imported(), module(weight="70"))


def total_of(marks: ModuleMarks, how: Aggregation, theory: Decimal = Decimal(50)) -> Decimal:
    event = scheme(imported(), module(weight="70", aggregation=how))
    total = score_entry(event, {"B": marks}, {"A": theory}, {"B": JUDGES}).total
    assert isinstance(total, Decimal)
    return total


@given(full_marks(), ways, st.sampled_from(JUDGES), st.integers(1, 20))
def test_raising_one_mark_never_lowers_the_total(
    marks: ModuleMarks, how: Aggregation, judge: str, halves: int
) -> None:
    given_points = marks["B1"][judge]
    assert isinstance(given_points, Decimal)
    more = min(given_points + Decimal(halves) / 2, Decimal(10))
    raised = {**marks, "B1": {**marks["B1"], judge: more}}
    assert total_of(raised, how) >= total_of(marks, how)


@given(full_marks(), ways, st.decimals(0, 100, places=2))
def test_a_total_lies_between_zero_and_hundred(marks: ModuleMarks, how: Aggregation, theory: Decimal) -> None:
    assert 0 <= total_of(marks, how, theory) <= 100


@given(full_marks(), st.sampled_from([aspect.code for aspect in ASPECTS]), st.sampled_from(JUDGES))
def test_taking_one_mark_away_leaves_no_total(marks: ModuleMarks, aspect: str, judge: str) -> None:
    rest = {
        code: {j: m for j, m in given.items() if (code, j) != (aspect, judge)}
        for code, given in marks.items()
    }
    result = score_entry(EVENT, {"B": rest}, {"A": Decimal(50)}, {"B": JUDGES})
    assert (result.total, result.special, result.complete) == (NotMarked, NotMarked, False)


@given(full_marks())
def test_module_by_module_gives_the_same_total_as_all_at_once(marks: ModuleMarks) -> None:
    scores = {
        "A": ModuleScore(Decimal(50), Decimal(100), Decimal(50), complete=True),
        "B": score_module(EVENT.modules[1], marks, JUDGES).score,
    }
    combined = combine_modules(EVENT, scores)
    whole = score_entry(EVENT, {"B": marks}, {"A": Decimal(50)}, {"B": JUDGES})
    assert combined == EntryTotal(whole.total, whole.provisional, whole.complete)


def score(points: Decimal) -> ModuleScore:
    return ModuleScore(points, Decimal(20), points, complete=True)


def test_combining_what_is_there() -> None:
    assert combine_modules(EVENT, {}) == EntryTotal(NotMarked, None, complete=False)
    assert combine_modules(EVENT, {"B": score(Decimal(10))}) == EntryTotal(
        NotMarked, Decimal("35.00"), complete=False
    )
    out = ModuleScore(Disqualified, Decimal(20), None, complete=True)
    assert combine_modules(EVENT, {"B": out}) == EntryTotal(Disqualified, None, complete=True)
    away = ModuleScore(Absent, Decimal(20), None, complete=True)
    assert combine_modules(EVENT, {"B": away}).special is Absent


def test_an_event_without_modules_has_no_total() -> None:
    assert combine_modules(scheme(), {}) == EntryTotal(NotMarked, None, complete=False)


def test_a_number_needs_a_maximum() -> None:
    broken = ModuleScore(Decimal(0), Decimal(0), Decimal(0), complete=True)
    with pytest.raises(InvalidRule) as raised:
        combine_modules(EVENT, {"B": broken})
    assert (raised.value.code, raised.value.data) == ("module_without_maximum", {"module": "B"})


def test_findings_tell_the_module() -> None:
    marks: dict[str, ModuleMarks] = {"B": {"B2": {"J1": Decimal(0), "J2": Decimal(3)}}}
    result = score_entry(EVENT, marks, {}, {"B": JUDGES})
    assert result.findings == (
        Problem(
            "judgement_spread",
            {"lowest": "0", "highest": "3", "allowed": "1"},
            {"module": "B", "aspect": "B2"},
        ),
    )
