import json
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from scoring.aggregation import Aggregation
from scoring.entry import score_entry
from scoring.explain import Explanation, explain_entry
from scoring.module import ModuleMarks
from scoring.rounding import round_half_up
from scoring.values import Absent, Disqualified, mark_to_text
from tests.scoring.schemes import ASPECTS, JUDGES, full_marks, imported, module, scheme


def leaves(step: Explanation) -> list[Explanation]:
    return [leaf for inner in step.steps for leaf in leaves(inner)] if step.steps else [step]


@given(full_marks(), st.sampled_from(Aggregation))
def test_every_sum_of_the_tree_holds(marks: ModuleMarks, how: Aggregation) -> None:
    event = scheme(imported(), module(weight="70", aggregation=how))
    arguments = (event, {"B": marks}, {"A": Decimal("85.5")}, {"B": JUDGES})
    tree = explain_entry(*arguments)
    assert tree.value == mark_to_text(score_entry(*arguments).total)
    theory, practice = tree.steps
    assert (theory.rule, theory.value, theory.inputs["weighted"]) == ("imported", "85.50", "25.65")
    (criterion,) = practice.steps
    (sub_criterion,) = criterion.steps
    total = sum(Decimal(aspect.value) for aspect in sub_criterion.steps)
    assert Decimal(sub_criterion.value) == Decimal(criterion.value) == Decimal(practice.value) == total
    share = total / Decimal(practice.inputs["maximum"]) * 70
    assert round_half_up(share) == Decimal(practice.inputs["weighted"])
    assert len(leaves(tree)) == 1 + len(ASPECTS) * len(JUDGES)


def test_a_trimmed_panel_shows_which_marks_were_left_out() -> None:
    event = scheme(module(ASPECTS[0], aggregation=Aggregation.TRIMMED_MEAN))
    marks = {"B1": dict(zip(JUDGES, map(Decimal, ("7.5", "8", "9", "9", "6")), strict=True))}
    tree = explain_entry(event, {"B": marks}, {}, {"B": JUDGES})
    aspect = tree.steps[0].steps[0].steps[0].steps[0]
    assert (aspect.code, aspect.rule, aspect.value) == ("aspect", "trimmed_mean", "8.17")
    assert aspect.inputs == {"aspect": "B1", "maximum": "10"}
    assert [step.inputs.get("panel") for step in aspect.steps] == [
        None, None, "dropped_highest", None, "dropped_lowest",
    ]  # fmt: skip
    assert aspect.steps[0].as_json() == {
        "code": "judge_mark",
        "rule": "range",
        "value": "7.50",
        "inputs": {"judge": "J1", "raw": "7.5"},
        "steps": [],
    }


def test_a_small_panel_leaves_nothing_out() -> None:
    event = scheme(module(ASPECTS[0], aggregation=Aggregation.TRIMMED_MEAN))
    marks = {"B1": {"J1": Decimal(1), "J2": Decimal(2)}}
    tree = explain_entry(event, {"B": marks}, {}, {"B": ("J1", "J2")})
    assert [step.inputs for step in leaves(tree)] == [
        {"judge": "J1", "raw": "1"},
        {"judge": "J2", "raw": "2"},
    ]


def test_what_is_missing_and_what_must_be_settled_is_told() -> None:
    event = scheme(imported(), module(ASPECTS[1], ASPECTS[4], weight="70"))
    marks: ModuleMarks = {"B2": {"J1": Decimal(0), "J2": Decimal(2)}, "B5": {"J1": Disqualified}}
    tree = explain_entry(event, {"B": marks}, {"A": Absent}, {"B": ("J1", "J2", "J3")})
    assert (tree.rule, tree.value, tree.inputs) == (
        "special_disqualified", "disqualified", {"provisional": "19.48"},
    )  # fmt: skip
    theory, practice = tree.steps
    assert (theory.value, "weighted" in theory.inputs) == ("absent", False)
    judgement, yes_no = practice.steps[0].steps[0].steps
    assert judgement.inputs == {
        "aspect": "B2", "maximum": "5", "provisional": "1.67", "judgement_spread": "0, 2, 1",
    }  # fmt: skip
    assert [step.rule for step in judgement.steps] == ["judgement", "judgement", "special_not_marked"]
    assert yes_no.inputs == {"aspect": "B5", "maximum": "1"}


def test_nothing_marked_yet() -> None:
    tree = explain_entry(scheme(module()), {}, {}, {"B": JUDGES})
    assert (tree.value, tree.inputs) == ("not_marked", {})


@given(full_marks())
def test_the_tree_is_json(marks: ModuleMarks) -> None:
    tree = explain_entry(scheme(module()), {"B": marks}, {}, {"B": JUDGES}).as_json()
    assert json.loads(json.dumps(tree)) == tree
