"""A workbook is a zip of XML written by a stranger. Only what was checked here is ever parsed.

The parts that hold cells are read within limits and packed into a new archive, so that the reader behind
(calamine) sees exactly the bytes that were checked: no macros, links, pictures, nor sizes that lie.
"""

import io
import re
import zipfile
import zlib
from xml.parsers import expat

from common.spreadsheets.problems import WORKBOOK_LOCKED, WORKBOOK_UNREADABLE, WORKBOOK_UNSAFE

MAX_ENTRIES = 2_000
MAX_UNPACKED = 100 * 1024 * 1024
# Sheets of repeated values reach 30:1; a bomb is at 1000:1.
MAX_RATIO = 200
SMALL = 1024 * 1024
CHUNK = 64 * 1024
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0"
WANTED = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|xl/workbook\.xml|xl/_rels/workbook\.xml\.rels"
    r"|xl/sharedStrings\.xml|xl/styles\.xml|xl/worksheets/[^/]+\.xml"
)


def checked_parts(data: bytes) -> dict[str, bytes]:
    """The parts that hold cells, by name. Raises workbook_unreadable, …_old_or_locked or …_unsafe."""
    if data.startswith(OLE):
        raise WORKBOOK_LOCKED()
    if not data.startswith(ZIP):
        raise WORKBOOK_UNREADABLE()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _parts(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError) as error:
        raise WORKBOOK_UNREADABLE() from error


def _parts(archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = archive.infolist()
    _check_directory(entries)
    parts = {}
    for entry in entries:
        if WANTED.fullmatch(entry.filename):
            parts[entry.filename] = _read(archive, entry)
            _refuse_document_type(parts[entry.filename])
    if "xl/workbook.xml" not in parts:
        raise WORKBOOK_UNREADABLE()
    return parts


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """In pieces: `archive.read` unpacks everything at once, however small the directory says it is."""
    content = bytearray()
    with archive.open(entry) as packed:
        while piece := packed.read(CHUNK):
            content += piece
    return bytes(content)


def _check_directory(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename for entry in entries]
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if (
        len(entries) > MAX_ENTRIES
        or len(set(names)) < len(names)
        or unpacked > MAX_UNPACKED
        or (unpacked > SMALL and unpacked > packed * MAX_RATIO)
    ):
        raise WORKBOOK_UNSAFE()


class _RootReached(Exception):  # noqa: N818  not an error: the prologue is over
    pass


def _refuse_document_type(content: bytes) -> None:
    """Entities live in the document type, which no spreadsheet program writes."""

    def refuse(*_: object) -> None:
        raise WORKBOOK_UNSAFE()

    def stop(*_: object) -> None:
        raise _RootReached

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = stop
    try:
        parser.Parse(content, True)
    except _RootReached:
        return
    except expat.ExpatError as error:
        raise WORKBOOK_UNREADABLE() from error


def repacked(parts: dict[str, bytes]) -> io.BytesIO:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as writer:
        for name, content in parts.items():
            writer.writestr(name, content)
    archive.seek(0)
    return archive
