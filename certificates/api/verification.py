"""Public: anybody may ask whether a certificate is genuine. Throttled by address."""

import hashlib
from typing import Annotated

from django.http import HttpRequest
from ninja import File, Router, UploadedFile
from pydantic import StringConstraints

from certificates.api.schemas import VerdictOut
from certificates.queries.verification import Verdict, verify_file, verify_number, verify_token
from common.errors import problem
from common.throttle import allow
from people.api.auth import client_ip

router = Router(tags=["verification"])
PER_MINUTE = 30
LARGEST_FILE = 10 * 1024 * 1024

VERIFICATION_INCOMPLETE = problem(
    "verification_incomplete",
    422,
    "请扫描证书二维码，或同时填写证书编号和姓名。",
    "Scan the certificate's code, or give both its number and the holder's name.",
)
FILE_TOO_LARGE = problem(
    "verification_file_too_large",
    413,
    "文件超过 10 MB，请上传系统签发的原始 PDF 文件。",
    "The file is larger than 10 MB. Please upload the PDF as it was issued.",
)


def _throttle(request: HttpRequest) -> None:
    allow("verify_certificate", client_ip(request), limit=PER_MINUTE, seconds=60)


@router.get("/public/certificates/verify", response=VerdictOut, auth=None, operation_id="verify_certificate")
def verify_certificate(
    request: HttpRequest,
    token: Annotated[str, StringConstraints(max_length=32)] = "",
    number: Annotated[str, StringConstraints(max_length=30)] = "",
    name: Annotated[str, StringConstraints(max_length=60)] = "",
) -> Verdict:
    """By the token of the QR code, or by number and full name together."""
    _throttle(request)
    if token:
        return verify_token(token)
    if not (number.strip() and name.strip()):
        raise VERIFICATION_INCOMPLETE()
    return verify_number(number, name)


@router.post(
    "/public/certificates/verify-file",
    response=VerdictOut,
    auth=None,
    operation_id="verify_certificate_file",
)
def verify_certificate_file(request: HttpRequest, file: File[UploadedFile]) -> Verdict:
    """By the PDF itself: genuine only when not one byte was changed. The file is not kept."""
    _throttle(request)
    if (file.size or 0) > LARGEST_FILE:
        raise FILE_TOO_LARGE()
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    return verify_file(digest.hexdigest())
