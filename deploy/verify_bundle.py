"""Check an exported results bundle without this software: python verify_bundle.py BUNDLE.zip [PUBLIC_KEY]

Needs Python and `cryptography`. PUBLIC_KEY (base64) is the organiser's key from elsewhere; without it the key inside
the bundle is used, which shows that nothing was changed after signing, but not who signed.
"""

import base64
import hashlib
import json
import sys
import zipfile

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

PURPOSE = b"jiangxin:results-bundle:"


def faults(path: str, key: str | None = None) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        manifest = archive.read("manifest.json")
        trusted = key or archive.read("public_key.txt").decode()
        signature = base64.b64decode(archive.read("signature.txt"))
        found = [] if _signed(trusted, signature, manifest) else ["the signature does not fit manifest.json"]
        for version in json.loads(manifest)["versions"]:
            if version["file"] not in archive.namelist():
                found.append(f"version {version['version']} is missing")
            elif hashlib.sha256(archive.read(version["file"])).hexdigest() != version["content_hash"]:
                found.append(f"version {version['version']} is not what was confirmed")
    return found


def _signed(key: str, signature: bytes, manifest: bytes) -> bool:
    try:
        public = Ed25519PublicKey.from_public_bytes(base64.b64decode(key))
        public.verify(signature, PURPOSE + hashlib.sha256(manifest).digest())
    except (InvalidSignature, ValueError):
        return False
    return True


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    wrong = faults(*sys.argv[1:])
    sys.stdout.write("\n".join(wrong or ["The bundle holds."]) + "\n")
    sys.exit(bool(wrong))
