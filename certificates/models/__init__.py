from certificates.models.batch import Batch, BatchState
from certificates.models.certificate import Certificate, CertificateState
from certificates.models.kind import CertificateKind, NumberScheme, NumberSeries

__all__ = [
    "Batch",
    "BatchState",
    "Certificate",
    "CertificateKind",
    "CertificateState",
    "NumberScheme",
    "NumberSeries",
]
