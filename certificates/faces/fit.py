"""Type sizes by rule: the largest step at which a text fits, measured; nothing is ever cut."""

import re
from dataclasses import dataclass

from common.fonts import REGULAR, text_width

MILLIMETRE = 72 / 25.4  # points
LEADING = 1.15
# A line may break at spaces and beside any character that is not part of a Latin word.
PIECE = re.compile(r"[!-~\u00a0-\u024f]+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Fitted:
    size: float
    lines: int

    @property
    def height(self) -> float:
        """Millimetres, set solid with LEADING."""
        return self.size * self.lines * LEADING / MILLIMETRE


def lines_needed(text: str, *, size: float, width_mm: float, weight: int = REGULAR) -> int:
    """Greedy filling. From the second line on one character's room is left free for punctuation rules."""
    room = width_mm * MILLIMETRE
    if text_width(text, size=size, weight=weight) <= room:
        return 1
    lines, used = 1, 0.0
    for piece in PIECE.findall(text):
        width = text_width(piece, size=size, weight=weight)
        if used and used + width > room - size:
            lines, used = lines + 1, 0.0
        extra_lines, rest = divmod(width, room - size)
        lines, used = lines + int(extra_lines), used + rest
    return lines


def fit(  # noqa: PLR0913  keyword-only measures
    text: str,
    *,
    width_mm: float,
    sizes: tuple[float, ...],
    lines: int = 1,
    weight: int = REGULAR,
    spacing: float = 0,
) -> Fitted:
    """The first of `sizes` (points, largest first) needing at most `lines`; else the last, on more lines.

    `spacing` is the letter-spacing in em.
    """
    if not text:
        return Fitted(sizes[0], 0)
    for size in sizes:
        stretch = 1 + spacing * len(text) * size / max(text_width(text, size=size, weight=weight), 1)
        needed = lines_needed(text, size=size, width_mm=width_mm / stretch, weight=weight)
        if needed <= lines:
            return Fitted(size, needed)
    return Fitted(sizes[-1], needed)
