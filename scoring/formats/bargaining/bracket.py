"""Knock-out: the best meet the last, and the best two only in the final."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tie:
    """One match of the bracket, `code` such as R1M2. A team is None while it is not known, or (`bye`) for good."""

    code: str
    first: str | None
    second: str | None
    bye: bool = False


@dataclass(frozen=True, slots=True)
class Bracket:
    """`rounds` from the first to the final; the winners of matches 1 and 2 meet in match 1 of the next round."""

    rounds: tuple[tuple[Tie, ...], ...]

    @property
    def champion_decided_by(self) -> str:
        return self.rounds[-1][0].code


def bracket(seeds: Sequence[str], winners: Mapping[str, str]) -> Bracket:
    """`seeds` from the best down, at least two; `winners` by code of the match. The best seeds have a bye where the field is no
    power of two.
    """
    slots: list[str | None] = [
        seeds[seed - 1] if seed <= len(seeds) else None for seed in _seed_order(len(seeds))
    ]
    rounds: list[tuple[Tie, ...]] = []
    while len(slots) > 1:
        number = len(rounds) + 1
        ties = tuple(
            Tie(f"R{number}M{place // 2 + 1}", slots[place], slots[place + 1], _is_bye(number, slots, place))
            for place in range(0, len(slots), 2)
        )
        rounds.append(ties)
        slots = [winner_of(tie, winners) for tie in ties]
    return Bracket(tuple(rounds))


def winner_of(tie: Tie, winners: Mapping[str, str]) -> str | None:
    """None while the match is open. A winner that is not in the match counts for nothing."""
    if tie.bye:
        return tie.first or tie.second
    winner = winners.get(tie.code)
    return winner if winner in {tie.first, tie.second} else None


def _is_bye(number: int, slots: Sequence[str | None], place: int) -> bool:
    return number == 1 and None in slots[place : place + 2]


def _seed_order(field: int) -> list[int]:
    """1, 8, 4, 5, 2, 7, 3, 6 for up to eight: whoever is better meets whoever is worse, later matches likewise."""
    order = [1]
    while len(order) < field:
        size = 2 * len(order)
        order = [seed for better in order for seed in (better, size + 1 - better)]
    return order
