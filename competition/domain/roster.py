"""One line of a roster, checked and cleaned, and the numbers entries get."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import count

NUMBER_WIDTH = 3
DOTS = str.maketrans(dict.fromkeys("•‧・．", "·"))


@dataclass(frozen=True, slots=True)
class RosterLine:
    """`number` is empty when the system gives it. `theory` is None when the file says nothing of it;
    `theory_absent` when it says absent. `row` is the row of the file.
    """

    row: int
    name: str
    identity_number: str
    delegation: str
    employer: str = ""
    phone: str = ""
    name_en: str = ""
    number: str = ""
    theory: Decimal | None = None
    theory_absent: bool = False

    @property
    def has_theory(self) -> bool:
        return self.theory is not None or self.theory_absent


def clean_name(name: str) -> str:
    """Single spaces, none between Chinese characters, one spelling of the dot in 买买提·吐尔逊."""
    words = name.translate(DOTS).split()
    return (" " if name.isascii() else "").join(words)


def free_numbers(taken: Iterable[str]) -> Iterator[str]:
    """001, 002, … behind the highest number in use."""
    used = set(taken)
    highest = max((int(number) for number in used if number.isascii() and number.isdecimal()), default=0)
    for number in count(highest + 1):
        text = f"{number:0{NUMBER_WIDTH}d}"
        if text not in used:
            yield text
