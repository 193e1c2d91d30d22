"""The fine line work of the border, as SVG made of nothing but sines.

Strands run around a rounded rectangle and swing about it, each a little out of phase; at the corners and
behind the text stand rosettes. Lengths are millimetres; in the SVG whole hundredths, which pack better.
"""

from collections.abc import Callable, Iterator
from math import cos, pi, sin, tau

Point = tuple[float, float]
Curve = Callable[[float], Point]  # closed, for 0 ≤ t ≤ 1
GOLD, RED, PAPER = "#a9834a", "#9a2a22", "#fffdf8"
A4 = (210.0, 297.0)
STEP = 1e-5


def _rounded(
    page: Point, margin: float, radius: float
) -> tuple[float, Callable[[float], tuple[Point, Point]]]:
    """Perimeter; and for a length along it, clockwise from the middle of the top edge, the point and its normal."""
    width, height = page
    left, right = margin + radius, width - margin - radius
    top, bottom = margin + radius, height - margin - radius
    flat_x, flat_y, arc = right - left, bottom - top, pi * radius / 2
    # Each corner's centre, the angle of its first normal, and the flat edge behind it.
    corners = (
        (right, top, -pi / 2, flat_y),
        (right, bottom, 0.0, flat_x),
        (left, bottom, pi / 2, flat_y),
        (left, top, pi, flat_x / 2),
    )

    def place(length: float) -> tuple[Point, Point]:
        rest = length
        if rest < flat_x / 2:
            return (width / 2 + rest, margin), (0.0, -1.0)
        rest -= flat_x / 2
        for x, y, angle, flat in corners:
            turned = angle + min(rest, arc) / radius
            nx, ny = cos(turned), sin(turned)
            straight = max(rest - arc, 0.0)
            if straight <= flat:
                return (x + radius * nx - ny * straight, y + radius * ny + nx * straight), (nx, ny)
            rest -= arc + flat
        return (width / 2, margin), (0.0, -1.0)

    return 2 * (flat_x + flat_y) + 4 * arc, place


def _path(curve: Curve, samples: int, colour: str, width: float, opacity: float = 1) -> str:
    """Cubic Béziers with the curve's own tangents."""

    def tangent(t: float) -> Point:
        (x0, y0), (x1, y1) = curve((t - STEP) % 1), curve((t + STEP) % 1)
        scale = 1 / (2 * STEP) / samples / 3
        return (x1 - x0) * scale, (y1 - y0) * scale

    here, slope = curve(0.0), tangent(0.0)
    parts = [f"M{here[0] * 100:.0f} {here[1] * 100:.0f}"]
    for i in range(1, samples + 1):
        there, next_slope = curve(i / samples % 1), tangent(i / samples % 1)
        numbers = (here[0] + slope[0], here[1] + slope[1], there[0] - next_slope[0], there[1] - next_slope[1])
        parts.append("C" + " ".join(f"{number * 100:.0f}" for number in (*numbers, *there)))
        here, slope = there, next_slope
    return (
        f'<path d="{"".join(parts)}Z" fill="none" stroke="{colour}" stroke-width="{width * 100:.0f}"'
        f' stroke-opacity="{opacity}"/>'
    )


def band(  # noqa: PLR0913  keyword-only measures
    *, page: Point, margin: float, swing: float, wave: float, strands: int, colour: str, line: float
) -> Iterator[str]:
    """`strands` sines of amplitude `swing` and length about `wave`, evenly out of phase."""
    perimeter, place = _rounded(page, margin, 7)
    periods = round(perimeter / wave / 4) * 4  # the same pattern on all four sides

    def strand_curve(strand: int) -> Curve:
        def curve(t: float) -> Point:
            (x, y), (nx, ny) = place(perimeter * t)
            turn = tau * periods * t + tau * strand / strands
            offset = swing * (sin(turn) + 0.28 * sin(turn / 2 + strand))
            return x + nx * offset, y + ny * offset

        return curve

    for strand in range(strands):
        yield _path(strand_curve(strand), periods * 4, colour, line)


def rosette(  # noqa: PLR0913  keyword-only measures
    *, centre: Point, radius: float, petals: int, strands: int, colour: str, line: float, opacity: float = 1
) -> Iterator[str]:
    def strand_curve(strand: int) -> Curve:
        depth = 0.08 + 0.2 * strand / strands

        def curve(t: float) -> Point:
            length = radius * (1 - depth + depth * cos(petals * tau * t + pi * strand))
            return centre[0] + length * cos(tau * t), centre[1] + length * sin(tau * t)

        return curve

    for strand in range(strands):
        yield _path(strand_curve(strand), petals * 6, colour, line, opacity)


def _frame(page: Point, margin: float, line: float) -> str:
    x, y, across, down = (
        round(n * 100) for n in (margin, margin, page[0] - 2 * margin, page[1] - 2 * margin)
    )
    return (
        f'<rect x="{x}" y="{y}" width="{across}" height="{down}" rx="240" fill="none"'
        f' stroke="{RED}" stroke-width="{line * 100:.0f}"/>'
    )


def border_svg(page: Point = A4) -> str:
    width, height = page
    centre = (width / 2, height * 0.52)
    parts = [*rosette(centre=centre, radius=62, petals=48, strands=8, colour=GOLD, line=0.12, opacity=0.13)]
    parts += band(page=page, margin=13.5, swing=2.7, wave=12.0, strands=7, colour=GOLD, line=0.14)
    parts += band(page=page, margin=13.5, swing=1.1, wave=6.0, strands=3, colour=RED, line=0.11)
    parts += [
        _frame(page, margin, line) for margin, line in ((8.6, 0.5), (9.5, 0.15), (17.7, 0.15), (18.5, 0.3))
    ]
    for x in (13.5, width - 13.5):
        for y in (13.5, height - 13.5):
            parts.append(f'<circle cx="{x * 100:.0f}" cy="{y * 100:.0f}" r="760" fill="{PAPER}"/>')
            parts += rosette(centre=(x, y), radius=7.6, petals=14, strands=5, colour=GOLD, line=0.13)
            parts += rosette(centre=(x, y), radius=4.2, petals=9, strands=3, colour=RED, line=0.12)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{height}mm"'
        f' viewBox="0 0 {width * 100:.0f} {height * 100:.0f}">{"".join(parts)}</svg>'
    )
