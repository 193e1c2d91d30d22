from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from scoring.worldskills.medals import Medal, MedalRules, MedalWinner, give_medals
from scoring.worldskills.nations import NationRow, best_of_nation, nation_table
from scoring.worldskills.scale import ScaleStrategy, scaled

points = st.dictionaries(
    st.text("ABCDEFGH", min_size=1, max_size=3),
    st.integers(60000, 80000).map(lambda cents: Decimal(cents) / 100),
)


@given(points)
def test_medals_never_go_up_while_points_go_down(field: dict[str, Decimal]) -> None:
    winners = give_medals(field)
    assert [winner.points for winner in winners] == sorted(
        (winner.points for winner in winners), reverse=True
    )
    order = [list(Medal).index(winner.medal) for winner in winners]
    assert order == sorted(order)
    assert len({winner.entry for winner in winners}) == len(winners)


@given(points)
def test_two_golds_and_no_silver_or_one_gold(field: dict[str, Decimal]) -> None:
    medals = [winner.medal for winner in give_medals(field)]
    assert medals.count(Medal.GOLD) == 1 or Medal.SILVER not in medals


@given(points)
def test_700_and_above_never_goes_away_empty(field: dict[str, Decimal]) -> None:
    winners = {winner.entry for winner in give_medals(field)}
    assert {entry for entry, value in field.items() if value >= 700} <= winners


def test_every_medal_says_why() -> None:
    field = {"A": Decimal(740), "B": Decimal(730), "C": Decimal(729), "D": Decimal(728), "E": Decimal(701)}
    assert give_medals(field) == (
        MedalWinner("A", Decimal(740), Medal.GOLD, "first"),
        MedalWinner("B", Decimal(730), Medal.SILVER, "next"),
        MedalWinner("C", Decimal(729), Medal.SILVER, "tied_with_next"),
        MedalWinner("D", Decimal(728), Medal.SILVER, "tied_with_next"),
        MedalWinner("E", Decimal(701), Medal.EXCELLENCE, "at_least_excellence"),
    )
    assert give_medals({**field, "E": Decimal("726.5")})[-1] == MedalWinner(
        "E", Decimal("726.5"), Medal.BRONZE, "within_tie_of_last"
    )


def test_the_width_of_a_tie_is_a_setting() -> None:
    rules = MedalRules(tie=Decimal(0), excellence=Decimal(800))
    field = {"A": Decimal(740), "B": Decimal(739), "C": Decimal(738), "D": Decimal(737)}
    assert [winner.medal for winner in give_medals(field, rules)] == [Medal.GOLD, Medal.SILVER, Medal.BRONZE]


@given(st.lists(st.integers(0, 100), min_size=1, max_size=12))
def test_the_scale_keeps_the_order_and_puts_the_median_on_700(totals: list[int]) -> None:
    raw = {f"W{e:02}": Decimal(total) for e, total in enumerate(totals)}
    on_scale = scaled(raw, ScaleStrategy.MEDIAN_700_MAD, 6)
    by_raw = sorted(raw, key=lambda entry: raw[entry])
    assert [on_scale[entry] for entry in by_raw] == sorted(on_scale.values())
    if len(totals) % 2:
        assert on_scale[by_raw[len(totals) // 2]] == 700


NATIONS = {"A": "CN", "B": "FR", "C": "CN", "D": "BR", "E": "FR"}


def test_best_of_nation() -> None:
    field = {"A": Decimal(740), "B": Decimal(710), "C": Decimal(745), "D": Decimal(690), "E": Decimal(710)}
    assert best_of_nation(field, NATIONS) == {"BR": ("D",), "CN": ("C",), "FR": ("B", "E")}
    assert best_of_nation({"A": Decimal(740), "C": Decimal(1)}, NATIONS) == {"CN": ("A",)}


def test_medal_points_4_3_2_1() -> None:
    field = {"A": Decimal(740), "B": Decimal(730), "C": Decimal(720), "E": Decimal(710), "D": Decimal(600)}
    none = dict.fromkeys(Medal, 0)
    assert nation_table(give_medals(field), NATIONS) == (
        NationRow("CN", 1, 6, {**none, Medal.GOLD: 1, Medal.BRONZE: 1}),
        NationRow("FR", 2, 4, {**none, Medal.SILVER: 1, Medal.EXCELLENCE: 1}),
        NationRow("BR", 3, 0, none),
    )
