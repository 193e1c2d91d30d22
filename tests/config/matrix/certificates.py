from django.core.files.uploadedfile import SimpleUploadedFile

from tests.config.matrix.row import EVERYBODY, Row

ROWS: dict[str, Row] = {
    "verify_certificate": Row(EVERYBODY, query=lambda _: "?number=2026000000000001&name=示例"),
    "verify_certificate_file": Row(
        EVERYBODY, body=lambda _: {"file": SimpleUploadedFile("c.pdf", b"%PDF-1.7")}, multipart=True
    ),
}
