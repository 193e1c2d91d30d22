from certificates.realtime.batch import BATCH_TOPIC

__all__ = ["BATCH_TOPIC"]
