from hypothesis import given
from hypothesis import strategies as st

from common.realtime import State, apply, diff

rows = st.dictionaries(
    st.sampled_from("ABCDEF"), st.dictionaries(st.sampled_from("xy"), st.integers(0, 3), min_size=1)
)
states = st.builds(State, meta=st.dictionaries(st.just("n"), st.integers(0, 3)), rows=rows)


@given(states, states)
def test_snapshot_plus_difference_is_the_new_snapshot(old: State, new: State) -> None:
    assert apply(old, diff(old, new)) == new


@given(states)
def test_nothing_changed_is_nothing_to_send(state: State) -> None:
    assert not diff(state, State(dict(state.meta), dict(state.rows)))


def test_only_changed_rows_travel() -> None:
    old = State({"n": 1}, {"A": {"x": 1}, "B": {"x": 2}, "C": {"x": 3}})
    new = State({"n": 1}, {"A": {"x": 1}, "B": {"x": 9}})
    delta = diff(old, new)
    assert (delta.changed, delta.removed, delta.meta) == ({"B": {"x": 9}}, ["C"], None)
