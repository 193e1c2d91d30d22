"""All versions of an event's results as a zip that can be checked without this software or its database."""

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from common import audit, signing
from competition.models import Event, ResultSet
from competition.queries.result_content import canonical

PURPOSE: Final = "results-bundle"
NOTES: Final = """如何核验 / How to verify

1. versions/*.json 的 SHA-256 必须等于 manifest.json 中该版本的 content_hash；它与成绩册和成绩网页上的校验码相同。
   The SHA-256 of each file in versions/ must be that version's content_hash in manifest.json, which is also the
   fingerprint in the minutes and on the results page.
2. signature.txt 是对 "jiangxin:results-bundle:" 加 SHA-256(manifest.json) 的 Ed25519 签名（Base64），公钥在
   public_key.txt；请与主办单位另行公布的公钥核对。
   signature.txt is the Ed25519 signature (base64) over "jiangxin:results-bundle:" followed by the 32 bytes of
   SHA-256(manifest.json); its key is in public_key.txt, to be compared with the one the organiser makes known.
3. manifest.json 的 audit 是导出时操作日志的条数和链头，可用 manage.py verify_audit --noted <head> 核对。
   audit in manifest.json holds the number of log entries and the head of their chain at export;
   manage.py verify_audit --noted <head> tells whether that link still stands.

deploy/verify_bundle.py 会完成第 1、2 步 / does steps 1 and 2.
"""


def results_bundle(event: Event, made_at: datetime) -> bytes:
    rows = list(ResultSet.objects.filter(event=event).order_by("version"))
    files = {f"versions/{row.version}.json": canonical(row.content) for row in rows}
    manifest = canonical(_manifest(event, rows, made_at))
    files |= {
        "manifest.json": manifest,
        "signature.txt": signing.sign(PURPOSE, manifest).encode(),
        "public_key.txt": signing.public_key().encode(),
        "VERIFY.txt": NOTES.encode(),
    }
    return _zip(files)


def _manifest(event: Event, rows: list[ResultSet], made_at: datetime) -> dict[str, Any]:
    entries, head = audit.head()
    return {
        "event": {"id": str(event.id), "name": event.name, "competition": event.competition.name},
        "made_at": made_at.isoformat(),
        "versions": [_version(row) for row in rows],
        "audit": {"entries": entries, "head": head},
    }


def _version(row: ResultSet) -> dict[str, Any]:
    times = {
        "confirmed_at": row.confirmed_at,
        "published_at": row.published_at,
        "provisional_until": row.provisional_until,
        "official_at": row.official_at,
    }
    return {
        "version": row.version,
        "state": row.state,
        "file": f"versions/{row.version}.json",
        "content_hash": row.content_hash,
        "confirmed_by": row.confirmed_by_name,
        **{key: time.isoformat() if time else None for key, time in times.items()},
    }


def _zip(files: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()
