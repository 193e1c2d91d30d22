from ninja import Router

from certificates.api.batches import router as batches
from certificates.api.certificates import router as certificates
from certificates.api.kinds import router as kinds
from certificates.api.verification import router as verification

routers: list[Router] = [kinds, batches, certificates, verification]
