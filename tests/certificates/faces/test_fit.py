from certificates.faces.fit import Fitted, fit, lines_needed

# At 12 pt a Chinese character is 12 pt wide: 36 mm (102.05 pt) hold eight of them.


def test_the_largest_size_that_fits_is_taken() -> None:
    assert fit("示" * 8, width_mm=36, sizes=(12, 10, 8)) == Fitted(12, 1)
    assert fit("示" * 9, width_mm=36, sizes=(12, 10, 8)) == Fitted(10, 1)
    assert fit("示" * 12, width_mm=36, sizes=(12, 10, 8)) == Fitted(8, 1)


def test_at_the_smallest_size_it_takes_more_lines() -> None:
    assert fit("示" * 20, width_mm=36, sizes=(12, 10, 8)) == Fitted(8, 2)


def test_letter_spacing_counts() -> None:
    assert fit("示" * 8, width_mm=36, sizes=(12, 10), spacing=0.1) == Fitted(10, 1)


def test_words_are_kept_whole_and_too_long_ones_broken() -> None:
    assert lines_needed("示示示示示示 Competition", size=12, width_mm=36) == 2
    assert lines_needed("W" * 60, size=12, width_mm=36) >= 6


def test_no_text_needs_no_line() -> None:
    assert fit("", width_mm=36, sizes=(12,)).lines == 0
