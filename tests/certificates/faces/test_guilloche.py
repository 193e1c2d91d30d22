import re
from math import hypot
from xml.etree import ElementTree as ET

from certificates.faces.guilloche import A4, _rounded, border_svg


def test_the_outline_is_closed_and_walked_at_even_pace() -> None:
    perimeter, place = _rounded(A4, 13.5, 7)
    points = [place(perimeter * i / 4000)[0] for i in range(4000)]
    steps = [
        hypot(x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1], strict=True)
    ]
    assert max(steps) - min(steps) < perimeter / 4000 * 0.01


def test_the_normal_points_outwards() -> None:
    perimeter, place = _rounded(A4, 13.5, 7)
    for i in range(200):
        (x, y), (nx, ny) = place(perimeter * i / 200)
        assert abs(hypot(nx, ny) - 1) < 1e-9
        assert (x - 105) * nx + (y - 148.5) * ny > 0


def test_all_lines_stay_on_the_page() -> None:
    root = ET.fromstring(border_svg())
    numbers = [
        int(number)
        for path in root.iter("{http://www.w3.org/2000/svg}path")
        for number in re.findall(r"-?\d+", path.attrib["d"])
    ]
    assert (min(numbers) > 300, max(numbers) < 29_400) == (True, True)


def test_it_is_the_same_every_time() -> None:
    assert border_svg() == border_svg()
