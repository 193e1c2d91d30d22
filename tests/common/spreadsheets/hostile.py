"""Files that people, or somebody else, might upload."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence

import xlsxwriter

CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
ROOT_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>'
    "</Relationships>"
)
WORKBOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
    '<sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
    'Target="worksheets/sheet1.xml"/></Relationships>'
)
SHEET_START = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
SHEET_END = "</sheetData></worksheet>"


def xlsx(rows: Sequence[Sequence[object]], change: Callable[[object], None] | None = None) -> bytes:
    """A workbook as a spreadsheet program would write it; `change` gets the worksheet."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    page = book.add_worksheet("名单")
    for number, row in enumerate(rows):
        page.write_row(number, 0, row)
    if change:
        change(page)
    book.close()
    return target.getvalue()


def packed(sheet: str | bytes, *, workbook: str = WORKBOOK, extra: dict[str, bytes] | None = None) -> bytes:
    """A workbook with this XML as its only sheet."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr("_rels/.rels", ROOT_RELATIONS)
        archive.writestr("xl/workbook.xml", workbook)
        archive.writestr("xl/_rels/workbook.xml.rels", RELATIONS)
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
        for name, content in (extra or {}).items():
            archive.writestr(name, content)
    return target.getvalue()


def with_lying_size(size: int) -> bytes:
    """The sheet unpacks to `size` bytes, but the directory says a hundred."""
    content = SHEET_START.encode() + b" " * size + SHEET_END.encode()
    data = bytearray(packed(content))
    name = b"xl/worksheets/sheet1.xml"
    shown = zlib.crc32(content[:100])
    local, central = data.find(name) - 30, data.rfind(name) - 46
    struct.pack_into("<L", data, local + 22, 100)
    struct.pack_into("<L", data, local + 14, shown)
    struct.pack_into("<L", data, central + 24, 100)
    struct.pack_into("<L", data, central + 16, shown)
    return bytes(data)


def png() -> bytes:
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00" + bytes(
        64
    )
