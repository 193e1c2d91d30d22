"""What a phone's camera reads from a PDF: `python -m tests.e2e.pdf FILE` prints one list of QR texts for each page."""

import json
import sys

import pypdfium2
import zxingcpp


def codes(path: str) -> list[list[str]]:
    """Top to bottom."""
    pages = []
    document = pypdfium2.PdfDocument(path)
    for page in document:
        found = zxingcpp.read_barcodes(page.render(scale=3).to_pil())
        pages.append([code.text for code in sorted(found, key=lambda code: code.position.top_left.y)])
    document.close()
    return pages


if __name__ == "__main__":
    print(json.dumps(codes(sys.argv[1])))  # noqa: T201
